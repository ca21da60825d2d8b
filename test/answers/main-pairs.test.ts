import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fileOf, priceFact, steelyard } from "./built-cli.ts";

const today = ["--as-of", "2026-11-20"];

const Answer = z.object({
  verdict: z.object({
    kind: z.string(),
    choice: z.string().nullable(),
    otherwise: z.string().nullable(),
    sentence: z.string(),
    conditions: z.array(z.string()),
    warnings: z.array(z.object({ text: z.string() })),
    flips: z.array(z.object({ variable: z.string(), value: z.number() })),
    confidence: z.object({ level: z.string() }),
    bySkill: z.array(z.object({ skill: z.string(), choice: z.string().nullable() })),
  }),
  cost: z.object({
    models: z.array(z.object({ model: z.string(), monthlyUsd: z.number().nullable() })),
  }),
});

function answerTo(...argv: readonly string[]): z.output<typeof Answer> {
  const { exitCode, stdout, stderr } = steelyard(["compare", ...argv, "--format", "json"]);
  expect(exitCode, stderr).toBe(0);
  return Answer.parse(JSON.parse(stdout));
}

function monthlyUsd({ cost }: z.output<typeof Answer>, model: string): number | null | undefined {
  return cost.models.find((each) => each.model === model)?.monthlyUsd;
}

const openRouter = fileOf(
  "open-router.yaml",
  [
    { model: "gpt-oss-120b", input: "0.039", output: "0.18" },
    { model: "gpt-oss-20b", input: "0.03", output: "0.14" },
  ]
    .map(({ model, input, output }) => {
      const route = `route:openrouter/openai/${model}`;
      const inputFact = priceFact(route, "price.input", { value: input });
      return inputFact + priceFact(route, "price.output", { value: output });
    })
    .join(""),
);

describe("the pairs people ask for", () => {
  test("gpt-oss-120b or Qwen3.5-4B: gpt-oss-120b, under a condition", () => {
    const answer = answerTo("gpt-oss-120b", "qwen3.5-4b", ...today, "--facts", openRouter);
    expect(monthlyUsd(answer, "openai/gpt-oss-120b")).toBeCloseTo(76.2, 9);
    const { kind, choice, otherwise } = answer.verdict;
    expect({ kind, choice, otherwise }).toEqual({
      kind: "choose-if",
      choice: "openai/gpt-oss-120b",
      otherwise: "qwen/qwen3.5-4b",
    });
  });

  test("gpt-oss-20b or Qwen3.5-4B: one for code, the other for long documents and knowledge", () => {
    const answer = answerTo("gpt-oss-20b", "qwen3.5-4b", ...today, "--facts", openRouter);
    expect(monthlyUsd(answer, "openai/gpt-oss-20b")).toBeCloseTo(59, 9);
    const bySkill = new Map(answer.verdict.bySkill.map(({ skill, choice }) => [skill, choice]));
    expect(bySkill.get("coding")).toBe("openai/gpt-oss-20b");
    expect(bySkill.get("long-documents")).toBe("qwen/qwen3.5-4b");
    expect(bySkill.get("knowledge")).toBe("qwen/qwen3.5-4b");
  });

  test("GPT-4.1 or Qwen3.5-4B: Qwen3.5-4B if its route will do, else GPT-4.1", () => {
    const answer = answerTo("gpt-4.1", "qwen3.5-4b", ...today);
    expect(monthlyUsd(answer, "openai/gpt-4.1")).toBeCloseTo(3600, 9);
    const { kind, choice, otherwise } = answer.verdict;
    expect({ kind, choice, otherwise }).toEqual({
      kind: "choose-if",
      choice: "qwen/qwen3.5-4b",
      otherwise: "openai/gpt-4.1",
    });
    expect(answer.verdict.conditions.join()).toContain("route");
  });

  test("GPT-4 Turbo or Qwen3.5-4B: it starts with the retirement and who comes after", () => {
    const { verdict, ...answer } = answerTo("gpt-4-turbo", "qwen3.5-4b", ...today);
    expect(monthlyUsd({ verdict, ...answer }, "openai/gpt-4-turbo")).toBeNull();
    expect(verdict.warnings[0]?.text).toMatch(/retired .*2026-10-23.*GPT-\d.* as successor/);
    expect(verdict.choice).toBe("qwen/qwen3.5-4b");
    expect(verdict.conditions.join()).toContain("route");
    const [, ...lines] = steelyard(["compare", "gpt-4-turbo", "qwen3.5-4b", ...today])
      .stdout.split("\n")
      .filter((line) => line.trim() !== "");
    expect(lines[0]).toContain("GPT-4 Turbo was retired by OpenAI on 2026-10-23");
  });

  test("GPT-4 Turbo, asked while it was still sold: its bill, and its end announced", () => {
    const answer = answerTo("gpt-4-turbo", "qwen3.5-4b", "--as-of", "2026-05-22");
    expect(monthlyUsd(answer, "openai/gpt-4-turbo")).toBeCloseTo(15_500, 9);
    expect(answer.verdict.warnings[0]?.text).toMatch(/retires on 2026-10-23/);
  });

  test("Qwen3.5-9B or GPT-5.4 mini: GPT-5.4 mini where a failed task costs more than 5.5 cents", () => {
    const { verdict } = answerTo("qwen3.5-9b", "gpt-5.4-mini", ...today);
    expect(verdict.kind).toBe("choose-if");
    expect(verdict.choice).toBe("openai/gpt-5.4-mini");
    const loss = verdict.flips.find(({ variable }) => variable === "loss of a failed task");
    expect(loss?.value).toBeCloseTo(0.055, 3);
    expect(verdict.confidence.level).toBe("moderate");
  });
});

const pairs = [
  ["gpt-oss-120b", "qwen3.5-4b"],
  ["gpt-oss-20b", "qwen3.5-4b"],
  ["gpt-4.1", "qwen3.5-4b"],
  ["gpt-4-turbo", "qwen3.5-4b"],
  ["qwen3.5-9b", "gpt-5.4-mini"],
] as const;

/** Every part of a comparison: its field in JSON, and how its heading starts. */
const parts = [
  { field: "summary", heading: "In short" },
  { field: "verdict", heading: "Why" },
  { field: "scorecard", heading: "Scorecard" },
  { field: "cost", heading: "Cost a month" },
  { field: "tradeoffs", heading: "Tradeoffs" },
  { field: "switching", heading: "Switching from" },
  { field: "specifications", heading: "Specifications" },
  { field: "routes", heading: "Prices and routes" },
  { field: "capabilities", heading: "Capabilities" },
  { field: "benchmarks", heading: "Benchmarks" },
  { field: "portraits", heading: "What each is and when to use it" },
  { field: "selfHosting", heading: "Self-hosting" },
  { field: "fineTuning", heading: "Fine-tuning" },
  { field: "deepDive", heading: "In depth" },
  { field: "questions", heading: "Questions" },
  { field: "related", heading: "Related comparisons" },
  { field: "sources", heading: "Sources" },
] as const;

describe.each(pairs)("%s or %s has every part", (a, b) => {
  const print = (format: string) =>
    steelyard(["compare", a, b, ...today, "--format", format]).stdout;

  test("in JSON", () => {
    const answer = z.record(z.string(), z.unknown()).parse(JSON.parse(print("json")));
    const missing = parts.filter(({ field }) => {
      const part = answer[field];
      return part === undefined || (Array.isArray(part) && part.length === 0);
    });
    expect(missing).toEqual([]);
  });

  test("in text and in Markdown", () => {
    const [text, markdown] = [print("text"), print("markdown")];
    const missing = parts.filter(
      ({ heading }) =>
        !new RegExp(`^ {0,4}${heading}`, "m").test(text) ||
        !new RegExp(`^## ${heading}`, "m").test(markdown),
    );
    expect(missing).toEqual([]);
  });
});
