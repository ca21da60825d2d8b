import { describe, expect, test } from "vitest";
import { pairedAnswer } from "./paired-answer.ts";
import { resultFile, type ScoredResult } from "./scored-result.ts";
import { sidesOf } from "./sides.ts";

type Given = Partial<ScoredResult> & { readonly score?: number };

const result = ({ score, ...given }: Given, place: number): ScoredResult => ({
  prompt: `p${place + 1}`,
  endpoint: null,
  scores: score === undefined ? {} : { score },
  ...given,
});

/** B against A, from lists of scores or of results. */
function ask(
  a: readonly (number | Given)[],
  b: readonly (number | Given)[],
  asked: {
    readonly margin?: number;
    readonly level?: number;
    readonly failuresCount?: boolean;
  } = {},
) {
  const listOf = (side: readonly (number | Given)[]) =>
    side.map((each, place) => result(typeof each === "number" ? { score: each } : each, place));
  const files = [resultFile("a", "given", listOf(a)), resultFile("b", "given", listOf(b))];
  const sides = sidesOf(files, {});
  if (!sides.ok) return sides;
  const { margin, level = 0.95, failuresCount = false } = asked;
  const decision = margin === undefined ? undefined : { margin, level };
  return pairedAnswer(sides.value, { decision, failuresCount });
}

function answerOf(...given: Parameters<typeof ask>) {
  const answer = ask(...given);
  if (!answer.ok) throw new Error(JSON.stringify(answer.problem));
  return answer.value;
}

/** So many prompts of each outcome. */
function outcomes(both: number, onlyA: number, onlyB: number, neither: number) {
  const times = (count: number, score: number) => new Array<number>(count).fill(score);
  return {
    a: [...times(both, 1), ...times(onlyA, 1), ...times(onlyB, 0), ...times(neither, 0)],
    b: [...times(both, 1), ...times(onlyA, 0), ...times(onlyB, 1), ...times(neither, 0)],
  };
}

describe("right or wrong", () => {
  test("the example of the literature, told as B minus A", () => {
    const { a, b } = outcomes(1, 1, 7, 12);
    const answer = answerOf(a, b);
    expect(answer).toMatchObject({
      n: 21,
      test: "mcnemar-mid-p",
      label: "clear",
      outcomes: { both: 1, onlyA: 1, onlyB: 7, neither: 12 },
      itemsNeeded: 35,
    });
    expect(answer.difference).toBeCloseTo(6 / 21, 12);
    expect(answer.p).toBeCloseTo(0.0390625, 12);
    expect(answer.others?.pExact).toBeCloseTo(0.0703125, 12);
    expect(answer.interval95?.[0]).toBeCloseTo(0.026003032480868618, 9);
    expect(answer.interval95?.[1]).toBeCloseTo(0.5172322764213774, 9);
    expect(answer.others?.newcombe[1]).toBeCloseTo(0.5069202266861409, 9);
    expect(answer.disagreements).toHaveLength(8);
  });

  test.each`
    onlyA | onlyB | label             | because
    ${5}  | ${20} | ${"clear"}        | ${"p is below 5 %"}
    ${8}  | ${15} | ${"within-noise"} | ${"p is above 5 %"}
    ${0}  | ${0}  | ${"within-noise"} | ${"nothing parts the two"}
  `("$onlyA against $onlyB is $label: $because", ({ onlyA, onlyB, label }) => {
    const { a, b } = outcomes(40, onlyA, onlyB, 20);
    expect(answerOf(a, b).label).toBe(label);
  });

  test("as many prompts as are needed show the difference they were counted for", () => {
    const { a, b } = outcomes(375, 24, 47, 23);
    const answer = answerOf(a, b);
    expect(answer.n).toBe(469);
    expect(answer.itemsNeeded).toBeGreaterThan(460);
    expect(answer.itemsNeeded).toBeLessThan(500);
    expect(answer.detectableDifference).toBeCloseTo(0.05, 2);
  });
});

describe("not worse by more than a margin", () => {
  test.each`
    onlyA | onlyB | n      | margin  | outcome        | because
    ${18} | ${20} | ${500} | ${0.02} | ${"not-worse"} | ${"p 0.03 in the literature's form"}
    ${9}  | ${5}  | ${200} | ${0.05} | ${"not-shown"} | ${"p 0.07: two points behind, and 200 prompts"}
    ${60} | ${5}  | ${200} | ${0.05} | ${"worse"}     | ${"27 points behind"}
  `("$outcome, because $because", ({ onlyA, onlyB, n, margin, outcome }) => {
    const { a, b } = outcomes(n - onlyA - onlyB, onlyA, onlyB, 0);
    const { decision } = answerOf(a, b, { margin });
    expect(decision?.outcome).toBe(outcome);
    expect((decision?.lowerEnd ?? 0) > -margin).toBe(outcome === "not-worse");
  });

  test("surer needs more", () => {
    const { a, b } = outcomes(462, 18, 20, 0);
    expect(answerOf(a, b, { margin: 0.02, level: 0.99 }).decision?.outcome).toBe("not-shown");
  });

  test("holds for graded scores by the lower end of t", () => {
    const a = Array.from({ length: 50 }, (_, i) => 0.5 + (i % 5) / 20);
    const b = a.map((score, i) => score + ((i % 3) - 1) / 50);
    expect(answerOf(a, b, { margin: 0.02 }).decision?.outcome).toBe("not-worse");
    expect(answerOf(a, b, { margin: 0.001 }).decision?.outcome).toBe("not-shown");
    expect(
      answerOf(
        b,
        a.map((score) => score - 0.3 + score / 100),
        { margin: 0.1 },
      ).decision?.outcome,
    ).toBe("worse");
  });
});

describe("graded scores, repetitions, clusters", () => {
  test("parts of a point are held against each other by t", () => {
    const answer = answerOf(
      [0.25, 0.6, 0.5, 0.72, 0, 0.9, 0.1, 0.6],
      [0.2, 0.9, 0.55, 0.7, 0.1, 0.83, 0.4, 0.66],
    );
    expect(answer.test).toBe("paired-t");
    expect(answer.p).toBeCloseTo(0.14706600672471598, 12);
    expect(answer.interval95?.[0]).toBeCloseTo(-0.03772501942729713, 12);
    expect(answer).toMatchObject({ label: "within-noise", outcomes: null });
  });

  test("repetitions of a prompt are averaged, and do not make it several", () => {
    const twice = (scores: readonly number[]) =>
      scores.map((score, i) => ({ prompt: `p${Math.floor(i / 2)}`, score }));
    const answer = answerOf(twice([1, 0, 0, 0, 1, 1]), twice([1, 1, 1, 0, 1, 1]));
    expect(answer).toMatchObject({ n: 3, test: "paired-t", a: { answers: 6 }, b: { answers: 6 } });
    expect(answer.difference).toBeCloseTo(1 / 3, 12);
  });

  test("prompts of one document count as one source", () => {
    const cluster = (i: number) => `document ${Math.floor(i / 3)}`;
    const scores = [1, 1, 1, 0, 0, 0, 1, 1, 1, 0, 1, 0];
    const answer = answerOf(
      scores.map((_, i) => ({ score: 0, cluster: cluster(i) })),
      scores.map((score) => ({ score })),
    );
    expect(answer).toMatchObject({ test: "clustered-t", clusters: 4 });
    expect(answer.standardError).toBeCloseTo(0.25, 12);
    expect(answer.interval95?.[0]).toBeCloseTo(-0.21227824298759357, 12);
  });

  test.each`
    a                                 | b                                 | p         | label             | because
    ${[0.5]}                          | ${[0.7]}                          | ${null}   | ${"unknown-n"}    | ${"one prompt has no spread"}
    ${[0.5, 0.3]}                     | ${[0.5, 0.3]}                     | ${1}      | ${"within-noise"} | ${"nothing differs"}
    ${[0.1, 0.2, 0.3, 0.4, 0.5, 0.6]} | ${[0.2, 0.3, 0.4, 0.5, 0.6, 0.7]} | ${2 / 64} | ${"clear"}        | ${"six signs alike, by the same amount"}
  `("$label where $because", ({ a, b, p, label }) => {
    expect(answerOf(a, b)).toMatchObject({
      label,
      interval95: null,
      p: p === null ? null : expect.closeTo(p, 12),
    });
  });

  test("all prompts of one source cannot judge", () => {
    const alike = [0.1, 0.5, 1].map((score) => ({ score, cluster: "one" }));
    expect(answerOf(alike, [0.2, 0.1, 0.3])).toMatchObject({
      label: "unknown-n",
      p: null,
      clusters: 1,
    });
  });
});

describe("what is left out", () => {
  test("prompts of one side, without an answer, or of one name and two texts", () => {
    const answer = answerOf(
      [
        { prompt: "both", score: 1 },
        { prompt: "of a", score: 1 },
        { prompt: "failed", scores: {} },
        { prompt: "edited", score: 1, fingerprint: "x" },
      ],
      [
        { prompt: "both", score: 0 },
        { prompt: "of b", score: 1 },
        { prompt: "failed", score: 1 },
        { prompt: "edited", score: 1, fingerprint: "y" },
      ],
    );
    expect(answer.n).toBe(1);
    expect(answer.leftOut).toEqual({
      onlyInA: ["of a"],
      onlyInB: ["of b"],
      withoutScoreInA: ["failed"],
      withoutScoreInB: [],
      notTheSame: ["edited"],
    });
    expect(answer.a.failures).toBe(1);
  });

  test("a request without an answer counts as wrong when that is asked", () => {
    const answer = answerOf([1, {}, 1], [1, 1, 1], { failuresCount: true });
    expect(answer).toMatchObject({ n: 3, outcomes: { both: 2, onlyB: 1 } });
  });

  test("two lists that share nothing are a problem, not an answer", () => {
    expect(ask([{ prompt: "x", score: 1 }], [{ prompt: "y", score: 1 }])).toMatchObject({
      ok: false,
      problem: { code: "invalid-input", where: "prompts" },
    });
  });
});
