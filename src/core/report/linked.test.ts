import { describe, expect, test } from "vitest";
import { plain } from "./document.ts";
import { linked } from "./linked.ts";

const model = (id: string) => ({ kind: "model", id }) as const;
const names = [
  { name: "GPT-4.1", to: model("openai/gpt-4.1") },
  { name: "GPT-4.1 mini", to: model("openai/gpt-4.1-mini") },
];

describe("a sentence leads to what it names", () => {
  test.each`
    text                                | leads                                        | because
    ${"GPT-4.1 is ahead."}              | ${[["GPT-4.1", "openai/gpt-4.1"]]}           | ${"the name stands there"}
    ${"Use GPT-4.1 mini, not GPT-4.1."} | ${[["GPT-4.1 mini", "openai/gpt-4.1-mini"]]} | ${"the longer name is meant where both begin"}
    ${"GPT-4.1-nano is another."}       | ${[]}                                        | ${"the name goes on"}
    ${"GPT-4.1.2 is another."}          | ${[]}                                        | ${"the name goes on"}
    ${"See https://x.example/GPT-4.1."} | ${[]}                                        | ${"it is part of an address"}
    ${"GPT-4.1: yes, as GPT-4.1 says."} | ${[["GPT-4.1", "openai/gpt-4.1"]]}           | ${"once is enough"}
    ${"Nothing of the kind."}           | ${[]}                                        | ${"no name stands there"}
  `("$text: $because", ({ text, leads }) => {
    const spans = linked(text, names, "strong");
    expect(plain(spans)).toBe(text);
    expect(spans.every(({ tone }) => tone === "strong")).toBe(true);
    const found = spans.flatMap(({ text: words, to }) =>
      to?.kind === "model" ? [[words, to.id]] : [],
    );
    expect(found).toEqual(leads);
  });
});
