import type { Answer } from "../../src/core/runs/attempt.ts";
import type { Fault } from "../../src/measure/exchange/answer-draft.ts";
import { AnswerReader } from "../../src/measure/exchange/answer-reader.ts";
import type { DialectRules } from "../../src/measure/exchange/dialects/dialect.ts";

interface Read {
  readonly answer: Answer | undefined;
  readonly fault: Fault | null;
}

/** Reads what an endpoint would send in a format: events of a stream, or any text. */
export interface ReadEvents {
  (...events: readonly unknown[]): Read;
  readonly text: (text: string) => Read;
}

/** Every byte comes by itself, as if the network cut between any two. */
export function readWith(rules: DialectRules): ReadEvents {
  const text = (written: string): Read => {
    const reader = new AnswerReader(rules, { isEventStream: true, charset: "utf-8" });
    const bytes = Buffer.from(written);
    const step = bytes.length > 100_000 ? bytes.length : 1;
    for (let from = 0; from < bytes.length; from += step)
      reader.feed(bytes.subarray(from, from + step));
    reader.end();
    const { fault } = reader.draft;
    return { answer: fault === null ? reader.draft.answer() : undefined, fault };
  };
  const lineOf = (event: unknown) =>
    `data: ${typeof event === "string" ? event : JSON.stringify(event)}\n\n`;
  const events = (...all: readonly unknown[]) => text(all.map(lineOf).join(""));
  return Object.assign(events, { text });
}
