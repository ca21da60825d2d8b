import { describe, expect, test } from "vitest";
import { parseWorkload } from "./parse-workload.ts";

const parse = (text: string) => parseWorkload(text, "steelyard.yaml");

describe("steelyard.yaml", () => {
  test("says what a team does with models", () => {
    const text = `
current: gpt-4.1
candidates: [qwen3.5-4b, gpt-5.4-mini]
constraints:
  - tools
  - context>=200k
traffic: { requests: 100k, inputTokens: 800M, outputTokens: 250M, cachedInputTokens: 60% }
task: rag
benchmarks: { long-documents: longbench-v2 }
failedTaskUsd: 0.5
`;
    expect(parse(text)).toEqual({
      ok: true,
      value: {
        file: "steelyard.yaml",
        current: "gpt-4.1",
        candidates: ["qwen3.5-4b", "gpt-5.4-mini"],
        constraints: ["tools", "context>=200k"],
        traffic: {
          requests: 100_000,
          inputTokens: 800_000_000,
          outputTokens: 250_000_000,
          cachedInputTokens: 480_000_000,
        },
        task: "rag",
        benchmarks: { "long-documents": "longbench-v2" },
        failedTaskUsd: 0.5,
      },
    });
  });

  test("may be empty, and takes the short form of traffic", () => {
    const nothing = { file: "steelyard.yaml", candidates: [], constraints: [], benchmarks: {} };
    expect(parse("# nothing yet\n")).toEqual({ ok: true, value: nothing });
    const outcome = parse("traffic: in=8M,out=2M\n");
    const traffic = { inputTokens: 8_000_000, outputTokens: 2_000_000 };
    expect(outcome).toMatchObject({ ok: true, value: { traffic } });
  });

  test.each`
    text                                                             | line | field                    | expected                          | because
    ${"curent: gpt-4.1"}                                             | ${1} | ${"curent"}              | ${"takes current, candidates"}    | ${"a slip of the pen"}
    ${"current: 4.1"}                                                | ${1} | ${"current"}             | ${"the name of a model"}          | ${"a number for a name"}
    ${"current: gpt-4.1\ncandidates: qwen3.5-4b"}                    | ${2} | ${"candidates"}          | ${"a list of names"}              | ${"one name for a list"}
    ${"constraints:\n  - tools\n  - contxt>=1"}                      | ${3} | ${"constraints.1"}       | ${"one of tools, context>="}      | ${"a must nobody knows"}
    ${"constraints:\n  - context>=many"}                             | ${2} | ${"constraints.0"}       | ${"context>=200k"}                | ${"a must without a figure"}
    ${"traffic:\n  inputTokens: lots\n  outputTokens: 1M"}           | ${2} | ${"traffic.inputTokens"} | ${"a whole number of tokens"}     | ${"words for a count"}
    ${"traffic:\n  inputTokens: 1M\n  outputTokens: 1M\n  cahed: 1"} | ${4} | ${"traffic.cahed"}       | ${"one of requests, inputTokens"} | ${"a field of traffic nobody knows"}
    ${"task: cooking"}                                               | ${1} | ${"task"}                | ${"one of extraction, rag"}       | ${"work nobody knows"}
    ${"benchmarks:\n  cooking: mmlu"}                                | ${2} | ${"benchmarks.cooking"}  | ${"no field named"}               | ${"a skill nobody knows"}
    ${"failedTaskUsd: 0"}                                            | ${1} | ${"failedTaskUsd"}       | ${"more than 0 US dollars"}       | ${"a failure that costs nothing"}
    ${"failedTaskUsd: cheap"}                                        | ${1} | ${"failedTaskUsd"}       | ${"US dollars, such as 0.5"}      | ${"words for an amount"}
    ${"- gpt-4.1"}                                                   | ${1} | ${undefined}             | ${"fields such as current"}       | ${"a list for fields"}
    ${"current: [gpt"}                                               | ${1} | ${undefined}             | ${"well-formed YAML"}             | ${"no YAML"}
  `("refuses $because with its line and field", ({ text, line, field, expected }) => {
    const outcome = parse(text);
    expect(outcome).toMatchObject({ ok: false, problem: { file: "steelyard.yaml", line } });
    if (outcome.ok || outcome.problem.code !== "file-invalid") throw new Error("was read");
    expect(outcome.problem.field).toBe(field);
    expect(outcome.problem.expected.toLowerCase()).toContain(expected.toLowerCase());
  });

  test.each(["current: &a [*a]\n", "traffic: &t { tiers: *t }\n"])(
    "refuses an alias that stands within its own anchor: %s",
    (text) => {
      expect(parse(text)).toMatchObject({ ok: false, problem: { code: "file-invalid" } });
    },
  );

  test("refuses a day that is in no calendar and a kind of seller that there is not", () => {
    for (const must of ["not-retiring-before=2026-02-31", "kind=frist"]) {
      const outcome = parse(`constraints:\n  - ${must}\n`);
      expect(outcome).toMatchObject({ ok: false, problem: { field: "constraints.0" } });
    }
  });
});
