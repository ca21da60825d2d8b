import { describe, expect, it } from "vitest";
import { countedInput, firstChoices, wireExchange } from "./wire-exchange.ts";

const request =
  'POST http://127.0.0.1/v1/chat/completions\r\naccept: a\r\n\r\n{"model":"m"}\r\n\r\n';
const read = (head: string, body: string) =>
  wireExchange(new TextEncoder().encode(`${request}${head}\r\n\r\n${body}`));

describe("an exchange as it was kept", () => {
  it("is read again with its status and its headers", () => {
    const wire = read("200\r\nX-RateLimit-Remaining: 9\r\ndate: a: b", '{"choices":[]}');
    expect(wire).toMatchObject({
      status: 200,
      headers: { "x-ratelimit-remaining": "9", date: "a: b" },
    });
  });

  it.each([
    ["one body", '{"choices":[{"message":{"reasoning":"so"}}],"usage":{"prompt_tokens":7}}'],
    [
      "events",
      'data: {"choices":[{"delta":{"reasoning":"so"}}],"usage":{"prompt_tokens":7}}\n\ndata: [DONE]\n\n',
    ],
    [
      "a body with empty lines",
      '{"choices":[{"message":{"reasoning":"so"}}],\r\n\r\n"usage":{"prompt_tokens":7}}',
    ],
  ])("is read as %s", (_, body) => {
    const wire = read("200\r\na: b", body);
    expect(wire && firstChoices(wire)[0]?.message).toEqual({ reasoning: "so" });
    expect(wire && countedInput(wire)).toBe(7);
  });

  it.each([
    ["no head follows", request],
    ["nothing is there", ""],
  ])("is none where %s", (_, text) => {
    expect(wireExchange(new TextEncoder().encode(text))?.status || undefined).toBeUndefined();
  });
});
