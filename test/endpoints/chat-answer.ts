/** What an endpoint in tests answers to a request. */
export interface ChatAnswer {
  readonly model: string;
  readonly words: readonly string[];
}

const head = { id: "chatcmpl-1", created: 1_795_000_000, system_fingerprint: "fp_test" };

/** The whole answer as a body. */
export function wholeBody({ model, words }: ChatAnswer): string {
  const message = { role: "assistant", content: words.join("") };
  const choices = [{ index: 0, message, finish_reason: "stop" }];
  return JSON.stringify({
    ...{ ...head, object: "chat.completion", model, choices },
    usage: usageOf(words),
  });
}

/** The answer as the events of a stream, from the role to `[DONE]`. */
export function streamEvents(
  { model, words }: ChatAnswer,
  isUsageAsked: boolean,
): readonly string[] {
  const chunk = (choices: unknown, rest: object = {}) =>
    eventOf({ ...head, object: "chat.completion.chunk", model, choices, ...rest });
  const delta = (content: object, finish_reason: string | null = null) =>
    chunk([{ index: 0, delta: content, finish_reason }]);
  return [
    delta({ role: "assistant", content: "" }),
    ...words.map((content) => delta({ content })),
    delta({}, "stop"),
    ...(isUsageAsked ? [chunk([], { usage: usageOf(words) })] : []),
    "data: [DONE]\n\n",
  ];
}

/** One event of a stream. */
export function eventOf(json: unknown): string {
  return `data: ${JSON.stringify(json)}\n\n`;
}

function usageOf(words: readonly string[]): object {
  return { prompt_tokens: 7, completion_tokens: words.length, total_tokens: 7 + words.length };
}
