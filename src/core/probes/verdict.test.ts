import { describe, expect, it } from "vitest";
import type { CellResult } from "../runs/result.ts";
import type { Probe } from "./probe.ts";
import { probeResults } from "./probe-result.ts";
import { probes } from "./probes.ts";
import { probeOutcome } from "./verdict.ts";

type Came = "pass" | "miss" | "cut" | "refused" | "named" | "reset";

const failures = {
  refused: { code: "bad-request", status: 400, message: "wrong" },
  named: { code: "bad-request", status: 400, message: "tool_choice is not known" },
  reset: { code: "reset", status: null, message: "reset" },
} as const;

/** One request of `tools-forced`, as its detector saw it. */
function resultOf(role: "asked" | "control", trial: number, came: Came): CellResult {
  const isAnswered = came === "pass" || came === "miss" || came === "cut";
  const isSilent = came === "cut" || came === "reset" || (role === "control" && !isAnswered);
  const isPass = came === "pass";
  const grade = {
    grader: "tools-forced",
    version: "1",
    score: isPass ? 1 : 0,
    isPass,
    because: came,
  };
  return {
    cell: `tools-forced/${role}/${trial}`,
    answer: isAnswered
      ? {
          ...{ text: "x", reasoning: "", toolCalls: [], usage: null, servedModel: null },
          ...{ finish: { raw: "stop", normal: "stop" }, fingerprint: null, provider: null },
        }
      : null,
    failure: isAnswered ? null : { ...failures[came], retryAfterMs: null },
    grades: isSilent ? [] : [grade],
    ...{ latencyMs: 1, ttftMs: 1, interTokenMs: null, attempts: 1, usd: null },
  };
}

const forced = probes.find((probe): probe is Probe => probe.id === "tools-forced");
const sane = { isAnswering: true, isUnderstanding: true };

function outcomeOf(asked: readonly Came[], controls: readonly Came[]) {
  const results = [
    ...asked.map((came, at) => resultOf("asked", at + 1, came)),
    ...controls.map((came, at) => resultOf("control", at + 1, came)),
  ];
  if (forced === undefined) throw new Error("no such probe");
  return probeOutcome(forced, probeResults(results).get("tools-forced") ?? [], sane);
}

const times = (count: number, came: Came): readonly Came[] =>
  Array.from({ length: count }, () => came);

describe("a verdict", () => {
  it.each`
    asked                                          | controls                                      | verdict          | unclear                 | because
    ${times(10, "pass")}                           | ${times(10, "pass")}                          | ${"supported"}   | ${null}                 | ${"each trial passes and the control holds"}
    ${times(10, "miss")}                           | ${times(10, "pass")}                          | ${"unsupported"} | ${null}                 | ${"none passes"}
    ${[...times(9, "pass"), "miss"]}               | ${times(10, "pass")}                          | ${"flaky"}       | ${null}                 | ${"one does not"}
    ${times(10, "pass")}                           | ${times(10, "miss")}                          | ${"unclear"}     | ${"control-fails"}      | ${"it may pass by chance"}
    ${times(10, "pass")}                           | ${[...times(9, "pass"), "miss"]}              | ${"supported"}   | ${null}                 | ${"a control may fail in one of ten"}
    ${times(10, "pass")}                           | ${[...times(8, "pass"), ...times(2, "miss")]} | ${"unclear"}     | ${"control-fails"}      | ${"and in no more"}
    ${times(10, "miss")}                           | ${times(10, "miss")}                          | ${"unsupported"} | ${null}                 | ${"what never passes does not pass by chance"}
    ${times(10, "pass")}                           | ${[]}                                         | ${"unclear"}     | ${"control-unanswered"} | ${"nothing shows that it would not pass anyway"}
    ${times(10, "reset")}                          | ${times(10, "pass")}                          | ${"unclear"}     | ${"no-evidence"}        | ${"a failure on the way says nothing"}
    ${[...times(7, "reset"), ...times(3, "pass")]} | ${times(3, "pass")}                           | ${"supported"}   | ${null}                 | ${"and takes nothing from the rest"}
    ${times(10, "cut")}                            | ${times(10, "pass")}                          | ${"unclear"}     | ${"no-evidence"}        | ${"answers cut off say nothing"}
    ${times(10, "refused")}                        | ${times(10, "pass")}                          | ${"unsupported"} | ${null}                 | ${"the same without it is answered"}
    ${times(10, "refused")}                        | ${times(10, "reset")}                         | ${"unclear"}     | ${"no-evidence"}        | ${"nobody knows what it refuses"}
    ${times(10, "named")}                          | ${times(10, "reset")}                         | ${"unsupported"} | ${null}                 | ${"the refusal names what was asked for"}
    ${times(2, "pass")}                            | ${times(2, "pass")}                           | ${"unclear"}     | ${"too-few"}            | ${"two trials are none"}
  `("is $verdict: $because", ({ asked, controls, verdict, unclear }) => {
    expect(outcomeOf(asked, controls)).toMatchObject({ verdict, unclear });
  });

  it("has the interval of Wilson", () => {
    const { hits, trials, interval95 } = outcomeOf(times(10, "pass"), times(10, "pass"));
    expect([hits, trials]).toEqual([10, 10]);
    expect(interval95?.[0]).toBeCloseTo(0.7225, 4);
    expect(interval95?.[1]).toBeCloseTo(1, 9);
  });
});
