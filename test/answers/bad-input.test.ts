import { describe, expect, test } from "vitest";
import { fileOf, priceFact, steelyard } from "./built-cli.ts";

const pair = ["gpt-oss-120b", "qwen3.5-4b"];
const route = "route:openrouter/openai/gpt-oss-120b";
const facts = (name: string, change: Readonly<Record<string, string | undefined>>) => [
  ...pair,
  "--facts",
  fileOf(name, priceFact(route, "price.input", { value: "0.039", ...change })),
];
const traffic = (stated: string) => [...pair, "--traffic", stated];
const hundredMegabytes = 100 * 1024 * 1024;

/** What the words must name: the thing that is wrong, so that nobody must search for it. */
const refused = [
  {
    because: "an unknown model",
    argv: ["gpt-oss-120b", "qwen-nonsense-9000"],
    names: "qwen-nonsense-9000",
  },
  { because: "one model alone", argv: ["gpt-oss-120b"], names: "two" },
  { because: "no model at all", argv: [], names: "two" },
  {
    because: "one model by two names",
    argv: ["gpt-oss-120b", "openai/gpt-oss-120b"],
    names: "gpt-oss-120b",
  },
  {
    because: "a fact in a wrong unit",
    argv: facts("unit.yaml", { unit: "EUR/token" }),
    names: "unit.yaml",
  },
  {
    because: "a fact without a source",
    argv: facts("source.yaml", { source: undefined }),
    names: "source",
  },
  {
    because: "a price in words",
    argv: facts("words.yaml", { value: "cheap" }),
    names: "words.yaml",
  },
  {
    because: "a fact about nothing known",
    argv: facts("subject.yaml", { subject: "model:none/such" }),
    names: "none/such",
  },
  {
    because: "a facts file that is no YAML",
    argv: [...pair, "--facts", fileOf("no.yaml", "- { a: [\n")],
    names: "no.yaml",
  },
  {
    because: "a facts file of 100 MB",
    argv: [...pair, "--facts", fileOf("large.yaml", Buffer.alloc(hundredMegabytes, "#"))],
    names: "large.yaml",
  },
  {
    because: "a facts file that is not there",
    argv: [...pair, "--facts", "none.yaml"],
    names: "none.yaml",
  },
  { because: "negative traffic", argv: traffic("in=-5M,out=1M"), names: "traffic.inputTokens" },
  {
    because: "traffic that is no number",
    argv: traffic("in=NaN,out=1M"),
    names: "traffic.inputTokens",
  },
  {
    because: "traffic beyond all bounds",
    argv: traffic("in=1e400,out=1M"),
    names: "traffic.inputTokens",
  },
  {
    because: "a day before anything was known",
    argv: [...pair, "--as-of", "2001-01-01"],
    names: "2001-01-01",
  },
  {
    because: "a day that does not exist",
    argv: [...pair, "--as-of", "2026-02-30"],
    names: "asOf",
  },
  {
    because: "a constraint nobody knows",
    argv: [...pair, "--constraint", "smell=nice"],
    names: "smell=nice",
  },
  { because: "a skill nobody knows", argv: [...pair, "--task", "juggling"], names: "task" },
  { because: "a loss below zero", argv: [...pair, "--failed-task", "-1"], names: "failedTaskUsd" },
] as const;

describe("a comparison that cannot be asked so ends with exit code 2 and no half answer", () => {
  test.each(refused)("$because", ({ argv, names }) => {
    const { exitCode, stdout, stderr } = steelyard(["compare", ...argv, "--format", "json"]);
    expect({ exitCode, stdout }, stderr).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(names);
    const [what, ...next] = stderr.trim().split("\n");
    expect(what).toMatch(/^steelyard: .+/);
    expect(next.length, stderr).toBeGreaterThan(0);
    expect(stderr).not.toMatch(/\bundefined\b|\bnull\b|at file:|bug/);
  });
});
