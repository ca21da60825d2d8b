import { mkdtempSync, truncateSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fileOf, steelyard } from "./built-cli.ts";

const work = `
current: gpt-4.1
candidates: [qwen3.5-4b]
constraints: [tools]
traffic: { inputTokens: 80M, outputTokens: 25M }
task: multilingual
failedTaskUsd: 0.1
`;

const Asked = z.object({
  asked: z.object({
    workload: z.string().nullable(),
    constraints: z.array(z.string()),
    task: z.string().nullable(),
    failedTaskUsd: z.number().nullable(),
  }),
  models: z.array(z.object({ id: z.string() })),
  traffic: z.object({ inputTokens: z.number() }),
});

/** Compares where a file of that name lies, or does not. */
function compared(argv: readonly string[], text?: string) {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-work-"));
  if (text !== undefined) writeFileSync(join(folder, "steelyard.yaml"), text);
  const all = ["compare", ...argv, "--format", "json", "--as-of", "2026-11-20"];
  const { exitCode, stdout, stderr } = steelyard(all, {}, folder);
  if (exitCode !== 0) throw new Error(stderr);
  return Asked.parse(JSON.parse(stdout));
}

describe("steelyard.yaml beside the work", () => {
  test("is the question when nothing else is asked", () => {
    const { asked, models, traffic } = compared([], work);
    expect(asked).toEqual({
      workload: "steelyard.yaml",
      constraints: ["tools"],
      task: "multilingual",
      failedTaskUsd: 0.1,
    });
    expect(models.map(({ id }) => id)).toEqual(["openai/gpt-4.1", "qwen/qwen3.5-4b"]);
    expect(traffic.inputTokens).toBe(80_000_000);
  });

  test("gives way to what is asked, field by field; constraints of both must hold", () => {
    const more = ["--task", "vision", "--constraint", "vision", "--traffic", "in=1M,out=1M"];
    const { asked, models, traffic } = compared(["gpt-4.1", "gpt-5.4-mini", ...more], work);
    expect(asked).toMatchObject({ constraints: ["tools", "vision"], task: "vision" });
    expect(asked.failedTaskUsd).toBe(0.1);
    expect(models[1]?.id).toBe("openai/gpt-5.4-mini");
    expect(traffic.inputTokens).toBe(1_000_000);
  });

  test("is left out when asked to be", () => {
    const { asked } = compared(["gpt-4.1", "qwen3.5-4b", "--workload", "none"], work);
    expect(asked).toMatchObject({ workload: null, constraints: [], task: null });
  });

  test("may have another name", () => {
    const file = fileOf("other-work.yaml", work);
    expect(compared(["--workload", file]).asked.workload).toBe(file);
  });
});

describe("a workload file that cannot be read is refused by name", () => {
  const bomb = Array.from({ length: 12 }, (_, level) =>
    level === 0
      ? "a0: &a0 [x, x, x, x]"
      : `a${level}: &a${level} [${`*a${level - 1}, `.repeat(9)}]`,
  );
  const huge = () => {
    const file = fileOf("huge-work.yaml", "");
    truncateSync(file, 100_000_000);
    return file;
  };
  test.each`
    because                       | file                                                                                | names
    ${"no such file"}             | ${() => "none.yaml"}                                                                | ${"none.yaml"}
    ${"a folder"}                 | ${() => tmpdir()}                                                                   | ${"not a file"}
    ${"100 MB"}                   | ${huge}                                                                             | ${"too large"}
    ${"a text that unfolds"}      | ${() => fileOf("bomb.yaml", bomb.join("\n"))}                                       | ${"bomb.yaml line"}
    ${"a field nobody knows"}     | ${() => fileOf("slip.yaml", `${work}modles: []\n`)}                                 | ${"slip.yaml line 8, `modles`"}
    ${"a must nobody knows"}      | ${() => fileOf("must.yaml", "constraints:\n  - tool\n")}                            | ${"must.yaml line 2, `constraints.0`"}
    ${"a model nobody knows"}     | ${() => fileOf("name.yaml", "current: gpt-99\ncandidates: [gpt-4.1]")}              | ${"gpt-99"}
    ${"a benchmark nobody knows"} | ${() => fileOf("test.yaml", `${work}benchmarks: { vision: mmmmu }\n`)}              | ${"mmmmu"}
    ${"a seller nobody knows"}    | ${() => fileOf("seller.yaml", `${work.replace("[tools]", '["provider!=opnai"]')}`)} | ${"opnai"}
    ${"one model"}                | ${() => fileOf("one.yaml", "current: gpt-4.1\n")}                                   | ${"two models or more"}
  `("$because", ({ file, names }) => {
    const { exitCode, stdout, stderr } = steelyard(["compare", "--workload", file()]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(names);
    expect(stderr.trim().split("\n").length).toBeGreaterThan(1);
  });
});
