import { existsSync, readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fileOf, priceFact, steelyard } from "./built-cli.ts";

const pair = ["--model", "gpt-4.1", "--model", "qwen3.5-4b"];
const asked = [...pair, "--task", "multilingual", "--failed-task", "0.1", "--as-of", "2026-11-20"];
const route = "route:deepinfra/Qwen/Qwen3.5-4B";

const price = (name: string, output: string) =>
  fileOf(
    name,
    priceFact(route, "price.input", { value: "0.03" }) +
      priceFact(route, "price.output", { value: output }),
  );

function decided(name: string): string {
  const file = fileOf(name, "");
  const ran = steelyard(["decide", file, ...asked, "--title", "Support bot", "--replace"]);
  expect(ran).toMatchObject({ exitCode: 0, stderr: "" });
  return file;
}

const check = (file: string, ...more: readonly string[]) =>
  steelyard(["decide", file, "--check", "--as-of", "2026-11-20", ...more]);

const Checked = z.object({
  stands: z.boolean(),
  now: z.object({ choice: z.string().nullable() }),
  causes: z.array(
    z.object({
      kind: z.string(),
      changes: z.array(z.object({ subject: z.string(), property: z.string() })),
    }),
  ),
});

describe("a decision", () => {
  test("is written for people: every part of it has its heading, every figure its source", () => {
    const text = readFileSync(decided("whole.md"), "utf8");
    const headings = [...text.matchAll(/^## (.+)$/gm)].map(([, heading]) => heading);
    expect(headings).toEqual(
      expect.arrayContaining([
        ...["Why", "What would change it", "What is missing, cheapest to learn first"],
        ...["Context", "Options", "The rule", "Cost a month", "Specifications", "Benchmarks"],
        ...["Assumptions", "Review", "Run it again", "Sources"],
      ]),
    );
    expect(text).toMatch(/Decided on 2026-11-20 · review by 2027-01-14 · catalog [0-9a-f]{7}/);
    const cited = new Set([...text.matchAll(/\bs(\d+)\b/g)].map(([mark]) => mark));
    const sources = text.slice(text.indexOf("## Sources"));
    for (const mark of cited) expect(sources).toMatch(new RegExp(`\\b${mark}\\b`));
  });

  test("stands on the day it was made", () => {
    const { exitCode, stdout } = check(decided("same.md"));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("The decision stands.");
  });

  test("stands when a price moves and the answer does not", () => {
    const { exitCode, stdout } = check(decided("near.md"), "--facts", price("near.yaml", "0.2"));
    expect(exitCode).toBe(0);
    expect(stdout).toContain("33.3 % more");
  });

  test("falls when a price turns it: exit code 1, and the price is named", () => {
    const file = decided("far.md");
    const far = price("far.yaml", "30");
    expect(check(file, "--facts", far).exitCode).toBe(1);
    const { exitCode, stdout } = check(file, "--facts", far, "--format", "json");
    const { stands, now, causes } = Checked.parse(JSON.parse(stdout));
    expect({ exitCode, stands, choice: now.choice }).toEqual({
      exitCode: 1,
      stands: false,
      choice: "openai/gpt-4.1",
    });
    expect(causes).toEqual([
      { kind: "change", changes: [expect.objectContaining({ subject: route })] },
    ]);
  });

  test("written on another catalog, long ago, is still read and checked", () => {
    const record = fileURLToPath(new URL("../records/format-1.md", import.meta.url));
    const { exitCode, stdout } = check(record);
    expect([0, 1]).toContain(exitCode);
    expect(stdout).toMatch(/^Decision: Support bot +of 2026-11-20, checked for 2026-11-20/);
    expect(stdout).toContain("Changed since about its models");
  });
});

describe("what cannot be decided or checked is refused by name", () => {
  const kept = () => decided("kept.md");
  test.each`
    because                           | argv                                                        | names
    ${"a record that is there"}       | ${() => [kept(), ...pair]}                                  | ${"--replace"}
    ${"a record that is not there"}   | ${() => ["none.md", "--check"]}                             | ${"none.md"}
    ${"a file that is no record"}     | ${() => [fileOf("notes.md", "# Notes"), "--check"]}         | ${"a decision record"}
    ${"a question beside a record"}   | ${() => [kept(), "--check", "--task", "rag"]}               | ${"task"}
    ${"one model"}                    | ${() => ["one.md", "--model", "gpt-4.1"]}                   | ${"two models or more"}
    ${"an unknown model"}             | ${() => ["no.md", "--model", "gpt-4.1", "--model", "zz9"]}  | ${"zz9"}
    ${"a day that does not exist"}    | ${() => ["day.md", ...pair, "--review-on", "2027-02-30"]}   | ${"reviewOn"}
    ${"a review before the decision"} | ${() => ["past.md", ...asked, "--review-on", "2026-01-01"]} | ${"reviewOn"}
    ${"a check before the decision"}  | ${() => [kept(), "--check", "--as-of", "2026-06-01"]}       | ${"2026-11-20"}
    ${"no file"}                      | ${() => pair}                                               | ${"file"}
  `("$because", ({ argv, names }) => {
    const { exitCode, stdout, stderr } = steelyard(["decide", ...argv()]);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).toContain(names);
  });

  test("a folder that is not there is the world's failure, and nothing is left behind", () => {
    const { exitCode, stderr } = steelyard(["decide", "/nowhere/at/all.md", ...pair]);
    expect(exitCode).toBe(3);
    expect(stderr).toContain("/nowhere/at/all.md");
    expect(existsSync("/nowhere")).toBe(false);
  });
});
