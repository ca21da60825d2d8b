import { describe, expect, test } from "vitest";
import { readWith } from "../../../../test/endpoints/read-with.ts";
import { chatCompletions } from "./chat-completions.ts";

const read = readWith(chatCompletions);
const delta = (content: object) => ({ choices: [{ index: 0, delta: content }] });
const stop = { choices: [{ index: 0, delta: {}, finish_reason: "stop" }] };
const calls = (...tool_calls: readonly (object | null)[]) => delta({ tool_calls });
const ended = { choices: [{ delta: {}, finish_reason: "tool_calls" }] };
const hello = delta({ content: "hello" });
const usage = { prompt_tokens: 3, completion_tokens: 2 };

describe("usage", () => {
  test.each`
    events                                                                           | because
    ${[hello, stop, { choices: [], usage }]}                                         | ${"it comes in a chunk without choices"}
    ${[{ ...hello, usage: { ...usage, completion_tokens: 1 } }, { ...stop, usage }]} | ${"it comes with each chunk, growing"}
    ${[hello, { ...stop, x_groq: { usage } }]}                                       | ${"it comes under a name of their own"}
  `("is read though $because", ({ events }) => {
    expect(read(...events, "[DONE]").answer?.usage).toMatchObject({
      inputTokens: 3,
      outputTokens: 2,
    });
  });

  test("tells cached and reasoning tokens", () => {
    const details = {
      prompt_tokens_details: { cached_tokens: 1 },
      completion_tokens_details: { reasoning_tokens: 2 },
    };
    expect(read(hello, { ...stop, usage: { ...usage, ...details } }).answer?.usage).toEqual({
      ...{ inputTokens: 3, outputTokens: 2, cachedInputTokens: 1, reasoningTokens: 2 },
    });
  });

  test.each([null, { prompt_tokens: 3 }, { prompt_tokens: -1, completion_tokens: 2 }, "many"])(
    "is unknown, not nothing, when it is %j",
    (given) => {
      const { answer } = read(hello, { ...stop, usage: given });
      expect([answer?.text, answer?.usage]).toEqual(["hello", null]);
    },
  );
});

describe("reasoning", () => {
  const details = [{ type: "reasoning.text", text: "hm" }];
  test.each`
    event                                                              | because
    ${{ reasoning_content: "hm" }}                                     | ${"its first name"}
    ${{ reasoning: "hm" }}                                             | ${"its second name"}
    ${{ reasoning: "hm", reasoning_details: details }}                 | ${"the same text under two names"}
    ${{ reasoning_details: details }}                                  | ${"its parts"}
    ${{ content: [{ type: "thinking", thinking: [{ text: "hm" }] }] }} | ${"a part of the content"}
    ${{ content: "<think>hm</think>" }}                                | ${"between tags"}
    ${{ content: "<think>\nhm\n</think>\n\n" }}                        | ${"between tags on lines of their own"}
    ${{ content: "hm\n</think>\n\n" }}                                 | ${"the first tag is swallowed"}
  `("is kept apart from the text: $because", ({ event }) => {
    const { answer } = read(delta(event), hello, stop);
    expect([answer?.reasoning, answer?.text]).toEqual(["hm", "hello"]);
  });

  test("that was cut by the limit leaves an answer without text", () => {
    const cut = { choices: [{ delta: {}, finish_reason: "length" }] };
    const { answer } = read(delta({ content: "<think>on and on" }), cut);
    expect(answer).toMatchObject({
      text: "",
      reasoning: "on and on",
      finish: { normal: "length" },
    });
  });

  test("in text that speaks of the tag is text", () => {
    const text = "Write <think> and </think> around it.";
    expect(read(delta({ content: text }), stop).answer).toMatchObject({ text, reasoning: "" });
  });
});

describe("tool calls", () => {
  const [a, b] = [
    { id: "1", name: "add", arguments: '{"x":1}' },
    { id: "2", name: "sub", arguments: '{"y":2}' },
  ];
  const first = { index: 0, id: "1", function: { name: "add", arguments: '{"x"' } };
  const second = { index: 1, id: "2", function: { name: "sub", arguments: '{"y"' } };
  const rest = (written: string, more: object = {}) => ({
    function: { arguments: written },
    ...more,
  });
  const whole = ({ id, name, arguments: written }: typeof a) => ({
    ...{ id, function: { name, arguments: written } },
  });
  test.each`
    events                                                                                                                | expected  | because
    ${[calls(first), calls(rest(":1}", { index: 0 })), calls(second), calls(rest(":2}", { index: 1 }))]}                  | ${[a, b]} | ${"as it should be"}
    ${[calls(first, second), calls(rest(":1}", { index: 0 }), rest(":2}", { index: 1 }))]}                                | ${[a, b]} | ${"two at a time"}
    ${[calls({ ...first, index: 1 }), calls(rest(":1}", { index: 1 }))]}                                                  | ${[a]}    | ${"counted from one"}
    ${[calls({ ...first, index: undefined }), calls(rest(":1}"))]}                                                        | ${[a]}    | ${"no index"}
    ${[calls(first), calls(rest(":1}", { index: 0 })), calls({ ...second, index: 0 }), calls(rest(":2}", { index: 0 }))]} | ${[a, b]} | ${"the same index for all"}
    ${[calls(first), calls(rest(":1}", { index: 0, id: "1" }))]}                                                          | ${[a]}    | ${"the id each time"}
    ${[calls({ ...first, function: { name: "add" } }), calls(rest('{"x":1}', { index: 0, id: "" }))]}                     | ${[a]}    | ${"an empty id later"}
    ${[calls(whole(a)), calls(whole(b))]}                                                                                 | ${[a, b]} | ${"each whole in a chunk"}
    ${[calls(whole(a), whole(b))]}                                                                                        | ${[a, b]} | ${"both whole in one chunk"}
    ${[calls({ id: "1", function: { name: "add", arguments: { x: 1 } } })]}                                               | ${[a]}    | ${"arguments as an object"}
    ${[{ choices: [{ message: { content: null, tool_calls: [whole(a), whole(b)] } }] }]}                                  | ${[a, b]} | ${"a whole message"}
    ${[{ choices: [{ message: { tool_calls: [{ ...whole(a), index: 0 }, { ...whole(b), index: 0 }] } }] }]} | ${[a, b]} | ${"a whole message with one index"}
    ${[calls(null, whole(a))]}                                                                                            | ${[a]}    | ${"one of them is null"}
  `("are put together: $because", ({ events, expected }) => {
    expect(read(...events, ended).answer?.toolCalls).toEqual(expected);
  });

  test("without ids are told apart by their names", () => {
    const nameless = (name: string) => ({ index: 0, function: { name, arguments: "{}" } });
    const { answer } = read(calls(nameless("add")), calls(nameless("sub")), ended);
    expect(answer?.toolCalls.map(({ name }) => name)).toEqual(["add", "sub"]);
  });
});

describe("the reason of the end", () => {
  const one = { id: "1", function: { name: "add", arguments: "{}" } };
  test.each`
    raw                 | hasCall  | normal          | because
    ${"stop"}           | ${false} | ${"stop"}       | ${"it is done"}
    ${"length"}         | ${false} | ${"length"}     | ${"of a limit"}
    ${"tool_calls"}     | ${true}  | ${"tool-calls"} | ${"it calls"}
    ${"tool_call"}      | ${true}  | ${"tool-calls"} | ${"it calls, in their words"}
    ${"function_call"}  | ${true}  | ${"tool-calls"} | ${"it calls, as of old"}
    ${"stop"}           | ${true}  | ${"tool-calls"} | ${"it calls though it says otherwise"}
    ${"tool_calls"}     | ${false} | ${"other"}      | ${"it calls nothing"}
    ${"content_filter"} | ${false} | ${"filtered"}   | ${"of a filter"}
    ${"eos"}            | ${false} | ${"stop"}       | ${"it is done, in their words"}
    ${"whatever"}       | ${false} | ${"other"}      | ${"nobody knows"}
    ${null}             | ${false} | ${"missing"}    | ${"nothing is said"}
    ${undefined}        | ${false} | ${"missing"}    | ${"the key is absent"}
  `("$raw is $normal, because $because", ({ raw, hasCall, normal }) => {
    const events = [hello, ...(hasCall ? [calls(one)] : [])];
    const { answer } = read(...events, { choices: [{ delta: {}, finish_reason: raw }] }, "[DONE]");
    expect(answer?.finish).toEqual({ raw: raw ?? null, normal });
  });
});

describe("what is not an answer", () => {
  test.each`
    events                                                  | code               | because
    ${[hello, { error: { message: "died", code: 502 } }]}   | ${"error-in-body"} | ${"an error object"}
    ${[hello, { error: "died" }]}                           | ${"error-in-body"} | ${"an error as text"}
    ${[{ object: "error", message: "died" }]}               | ${"error-in-body"} | ${"an object that says so"}
    ${[hello]}                                              | ${"truncated"}     | ${"no end"}
    ${[]}                                                   | ${"truncated"}     | ${"nothing"}
    ${["[DONE]"]}                                           | ${"no-choices"}    | ${"an end alone"}
    ${[{ detail: "no" }, "[DONE]"]}                         | ${"no-choices"}    | ${"something else"}
    ${[stop, "[DONE]"]}                                     | ${"empty-answer"}  | ${"no content"}
    ${[{ choices: [{ finish_reason: "content_filter" }] }]} | ${"filtered"}      | ${"a filter took all"}
    ${[{ choices: "none" }, "[DONE]"]}                      | ${"no-choices"}    | ${"the wrong type"}
    ${[delta({ content: 7 }), stop]}                        | ${"empty-answer"}  | ${"content that is no text"}
  `("$code: $because", ({ events, code }) => {
    expect(read(...events).fault?.code).toBe(code);
  });

  test("deep nesting is no crash", () => {
    const deep = `${"[".repeat(200_000)}${"]".repeat(200_000)}`;
    const written = `{"choices":[{"message":{"tool_calls":[{"function":{"arguments":${deep}}}]}}]}`;
    expect(read.text(written).fault?.code).toBe("malformed-json");
  });
});

describe("a stream", () => {
  const said = (text: string) => read.text(text).answer?.text;
  const chunks = [hello, stop].map((event) => JSON.stringify(event));

  test.each`
    text                                                                        | because
    ${`data: ${chunks.join("\n\ndata: ")}\n\n`}                                 | ${"as it should be"}
    ${`data: ${chunks.join("\r\n\r\ndata: ")}\r\n\r\n`}                         | ${"lines end with two signs"}
    ${`: hi\n\ndata:${chunks.join("\n\n: hi\n\ndata:")}`}                       | ${"comments, no blanks, no last line end"}
    ${`event: x\nid: 1\ndata: ${chunks.join("\n\nretry: 5\nodd\ndata: ")}\n\n`} | ${"other fields"}
    ${`\ufeff\n\ndata: ${chunks.join("\n\ndata: ")}\n\n`}                       | ${"a mark of the byte order"}
    ${`data: ${chunks.join("\n\ndata: \n\ndata: ")}\n\ndata: [DONE]`}           | ${"an empty event"}
  `("is read: $because", ({ text }) => {
    expect(said(text)).toBe("hello");
  });

  test("of several choices is one of them", () => {
    const of = (index: number, content: string) => ({ choices: [{ index, delta: { content } }] });
    expect(read(of(0, "a"), of(1, "b"), of(0, "c"), stop).answer?.text).toBe("ac");
  });
});
