import { expect, test } from "vitest";
import { readmeCorpora } from "../scripts/readme-corpora.ts";
import { factorBetween } from "../src/core/cost/tokenizer-factors.ts";
import { tokenCounter } from "../src/sources/prompts/token-counters.ts";

/*
 * The table of tokenizers against a text in twelve languages, counted again. The text has changed a
 * little since; short texts vary by some percent.
 */
test.each(readmeCorpora())("$textClass is cut as the table says", async ({ textClass, text }) => {
  const base = (await tokenCounter("o200k_base"))(text);
  for (const tokenizer of ["cl100k_base", "p50k_base"] as const) {
    const measured = (await tokenCounter(tokenizer))(text) / base;
    const known = factorBetween("o200k_base", tokenizer, textClass) ?? 0;
    expect(Math.abs(measured / known - 1)).toBeLessThan(0.035);
  }
});
