import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { scoreOf, scoreRowOf } from "../../../test/builders/score-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { SourceKind } from "../evidence/source.ts";
import { confidenceOf } from "./confidence.ts";
import { decidePair } from "./pair-decision.ts";
import { skills } from "./skills.ts";

const stakes = { skills, tasks: 100_000, failedTaskUsd: undefined };

const candidate = (id: string, monthlyUsd: number) =>
  candidateOf(dossierOf({ id, routes: [{ id: `host/${id}` }] }), { monthlyUsd });

/** The cheap one 20 points ahead, both scores of one kind of source and day. */
function confidence(askedOn: string, kind: SourceKind = "independent", scoredOn = "2026-10-01") {
  const source = sourceOf({ name: "Board", kind, observedOn: scoredOn });
  const rows = [
    scoreRowOf({
      scores: [
        scoreOf({ model: "bee/small", benchmark: "mmlu-pro", score: 90, source }),
        scoreOf({ model: "acme/large", benchmark: "mmlu-pro", score: 70, source }),
      ],
    }),
  ];
  const decision = decidePair(
    candidate("bee/small", 60),
    candidate("acme/large", 600),
    rows,
    stakes,
  );
  return confidenceOf(decision, stakes, askedOn);
}

describe("confidence", () => {
  test("is high where the cheaper is clearly ahead and the figures are fresh", () => {
    expect(confidence("2026-11-20")).toMatchObject({ level: "high", caps: [] });
  });

  test("counts each figure as wrong now and then: two prices of 1 %, two scores of 1.5 %", () => {
    const { probability } = confidence("2026-11-20");
    expect(probability).toBeCloseTo((1 - 0.01 / 2) ** 2 * (1 - 0.015 / 2) ** 2, 6);
  });

  test.each([
    ["2027-04-30", "high", "a price seen 180 days ago still counts"],
    ["2027-05-01", "low", "one seen 181 days ago does not"],
  ])("asked on %s is %s: %s", (askedOn, level) => {
    expect(confidence(askedOn).level).toBe(level);
  });

  test("is low where a score is older than a year", () => {
    expect(confidence("2026-11-20", "independent", "2025-11-19")).toMatchObject({
      level: "low",
      caps: ["a score is of 2025-11-19, more than 365 days old"],
    });
  });

  test("is moderate at most where every score is the maker's own", () => {
    expect(confidence("2026-11-20", "first-party")).toMatchObject({
      level: "moderate",
      caps: ["every score it rests on is the maker's own"],
    });
  });

  test("is nobody's where nothing is chosen", () => {
    const decision = decidePair(
      candidate("bee/small", 60),
      candidate("acme/large", 600),
      [],
      stakes,
    );
    expect(confidenceOf(decision, stakes, "2026-11-20")).toMatchObject({
      level: "low",
      probability: null,
    });
  });
});
