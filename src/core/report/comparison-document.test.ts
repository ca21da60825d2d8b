import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { comparisonOf } from "../../../test/builders/comparison-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { twoModels } from "../../../test/builders/two-models.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { Comparison } from "../compare/comparison.ts";
import type { ComparisonReportOptions } from "./comparison/setting.ts";
import { comparisonDocument } from "./comparison-document.ts";
import { type Block, plain } from "./document.ts";
import { documentToText } from "./text.ts";

const full: ComparisonReportOptions = { brief: false, withSources: false };

const headingsOf = (blocks: readonly Block[]) =>
  blocks.flatMap((block) => (block.kind === "heading" ? [block.text] : []));

const printed = (comparison: Comparison, options = full) =>
  documentToText(comparisonDocument(comparison, options), { width: 80 });

/** Names as long as they come, with nothing to break them at a space. */
const longNamed = (): readonly Candidate[] =>
  ["Qwen3-Coder-480B-A35B-Instruct-FP8", "Llama-4-Maverick-17B-128E-Instruct-FP8"].map((name) =>
    candidateOf(
      dossierOf({
        id: `maker/${name.toLowerCase()}`,
        entry: { name },
        facts: { "limit.context": 1_048_576, "model.weights": `https://example.org/${name}` },
        routes: [{ id: `host/${name}`, prices: { input: "1", output: "2" } }],
      }),
      { monthlyUsd: 1_300 },
    ),
  );

describe("the report of a comparison", () => {
  test("is titled by its models and stamped with the day and the catalog", () => {
    const document = comparisonDocument(comparisonOf(twoModels()), full);

    expect(document.title).toBe("Large 1 or Small 2");
    expect(document.stamp).toBe("2026-11-20 · catalog 7f3a9c2 of 2026-11-20 · offline");
  });

  test("leads with the retirement, then the answer, then how sure it is", () => {
    const comparison = comparisonOf(twoModels());
    const warnings = [{ text: "Large 1 was retired on 2026-10-23.", sources: [] }];
    const verdict = { ...comparison.verdict, warnings };
    const [lead] = comparisonDocument({ ...comparison, verdict }, full).blocks;

    expect(lead?.kind === "lead" ? lead.lines.map(plain) : []).toEqual([
      "Large 1 was retired on 2026-10-23.",
      "Not decidable: quality is unknown.",
      "Confidence low (nothing is chosen).",
    ]);
  });

  test("has its parts in the order in which they are read", () => {
    expect(headingsOf(comparisonDocument(comparisonOf(twoModels()), full).blocks)).toEqual([
      "In short",
      "Cost a month",
      "Scorecard",
      "Tradeoffs",
      "Switching from Large 1 to Small 2",
      "Switching from Small 2 to Large 1",
      "Specifications",
      "Prices and routes",
      "Capabilities",
      "Benchmarks",
      "What each is and when to use it",
      "Self-hosting",
      "Fine-tuning",
      "In depth",
      "Questions",
      "Sources",
    ]);
  });

  test("stops after the first screen when brief", () => {
    const document = comparisonDocument(comparisonOf(twoModels()), { ...full, brief: true });

    expect(headingsOf(document.blocks)).toEqual([]);
    expect(document.blocks.map(({ kind }) => kind)).toEqual(["lead"]);
  });

  test.each([
    { name: "short", candidates: twoModels() },
    { name: "long", candidates: longNamed() },
  ])("fits 80 columns with $name names, its tables side by side", ({ candidates }) => {
    const lines = printed(comparisonOf(candidates)).split("\n");

    expect(lines.filter((line) => [...line].length > 80)).toEqual([]);
    expect(lines.some((line) => /^ {4}Openness {2,}\S+.* {2,}\S+/.test(line))).toBe(true);
  });

  test("names long models by letters in tables, and says which is which", () => {
    const text = printed(comparisonOf(longNamed()));

    expect(text).toContain("- A: Qwen3-Coder-480B-A35B-Instruct-FP8");
    expect(text).toContain("- B: Llama-4-Maverick-17B-128E-Instruct-FP8");
  });

  test("gives addresses of sources only when they are asked for", () => {
    const comparison = comparisonOf(twoModels());

    expect(printed(comparison)).not.toContain("https://example.org/acme");
    expect(printed(comparison, { ...full, withSources: true })).toContain(
      "https://example.org/acme",
    );
  });

  test("folds a long list of routes and counts the rest", () => {
    const routes = Array.from({ length: 12 }, (_, index) => ({
      id: `host-${index}/m`,
      prices: { input: String(index + 1), output: "1" },
    }));
    const [large] = twoModels();
    const many = candidateOf(dossierOf({ id: "a/many", routes }), { monthlyUsd: 1_050 });
    const comparison = comparisonOf([large, many]);

    expect(printed(comparison)).toContain("4 more routes: on the page of");
    expect(printed(comparison, { ...full, withSources: true })).not.toContain("more routes");
    expect(comparison.routes.filter(({ model }) => model === "a/many")).toHaveLength(12);
  });
});
