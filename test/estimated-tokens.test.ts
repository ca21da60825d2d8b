import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { promptTokens } from "../src/core/runs/estimated-tokens.ts";
import { tokenCounter } from "../src/sources/prompts/token-counters.ts";
import { promptOf } from "./builders/suite-of.ts";

const texts = {
  prose: readFileSync("docs/verdict.md", "utf8"),
  code: readFileSync("src/core/runs/planned-run.ts", "utf8"),
  json: readFileSync("schemas/steelyard.schema.json", "utf8"),
  numbers: Array.from({ length: 500 }, (_, index) => (index * 7919) % 10_007).join(","),
  german: "Die Prüfung der Rechnung ergab, dass die Überweisung am Freitag fällig gewesen wäre. ",
  chinese: "请根据下面的合同条款，说明付款期限、违约责任以及争议解决的方式。",
  japanese: "以下の契約書を読み、支払期限と違約金について説明してください。",
  russian: "Объясните, пожалуйста, условия договора и сроки оплаты по счёту.",
};

test.each(Object.entries(texts))(
  "the tokens of %s lie within what is estimated",
  async (_, text) => {
    const count = await tokenCounter("o200k_base");
    const { low, high } = promptTokens(promptOf("a", text));
    expect(count(text)).toBeGreaterThanOrEqual(low);
    expect(count(text)).toBeLessThanOrEqual(high);
  },
);
