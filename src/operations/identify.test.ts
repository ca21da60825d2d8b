import { describe, expect, test } from "vitest";
import { catalogOf } from "../../test/builders/catalog-of.ts";
import { depsOf } from "../../test/builders/deps-of.ts";
import { dossierOf } from "../../test/builders/dossier-of.ts";
import { documentToText } from "../core/report/text.ts";
import { identify } from "./identify.ts";

const catalog = catalogOf([
  dossierOf({ id: "openai/gpt-4.1" }),
  dossierOf({ id: "qwen/qwen3.5-4b" }),
]);
const deps = depsOf({ catalog: async () => ({ ok: true, value: catalog }) });

describe("identify", () => {
  test("answers in the order asked, with what the names say beside the model", async () => {
    const names = [
      { name: "gpt-4.1-2025-04-14", provider: "azure" },
      "Qwen3.5 4B",
      "gpt-4.l",
    ] as const;
    const outcome = await identify.run({ names: [...names] }, deps);
    expect(outcome).toMatchObject({
      ok: true,
      value: {
        results: [
          {
            name: "gpt-4.1-2025-04-14",
            model: "openai/gpt-4.1",
            attributes: { host: "azure", snapshot: "2025-04-14" },
          },
          { name: "Qwen3.5 4B", model: "qwen/qwen3.5-4b", confidence: "high", closest: [] },
          { name: "gpt-4.l", model: null, closest: ["openai/gpt-4.1"] },
        ],
        catalog: { hash: catalog.hash },
      },
    });
  });

  test.each([
    { names: [], expected: "at least one name", where: "names" },
    {
      names: ["gpt-4.1", "gpt\u001b[31m"],
      expected: "without control characters",
      where: "names.1",
    },
    { names: ["x".repeat(513)], expected: "at most 512 characters", where: "names.0" },
    { names: Array(10_001).fill("gpt-4.1"), expected: "at most 10,000 names", where: "names" },
    { names: [7], expected: "the name of a model", where: "names.0" },
    { names: [" "], expected: "the name of a model", where: "names.0" },
    { names: [{ name: "" }], expected: "the name of a model", where: "names.0.name" },
  ])("refuses $where that are not $expected", async ({ names, expected, where }) => {
    const outcome = await identify.answer({ names }, deps);
    expect(outcome).toMatchObject({
      ok: false,
      problem: { code: "invalid-input", where, expected: expect.stringContaining(expected) },
    });
  });

  test("the report says what is unresolved, why, and what it may have been", async () => {
    const outcome = await identify.answer({ names: ["gpt-4.1", "gpt-4.l"] }, deps);
    if (!outcome.ok) throw new Error("the names were refused");
    const report = outcome.value.report({ brief: false, withSources: false });
    const text = documentToText(report, { width: 140 });
    expect(text).toContain("1 of 2 names resolved.");
    expect(text).toContain("unresolved");
    expect(text).toContain("Closest: openai/gpt-4.1.");
  });
});
