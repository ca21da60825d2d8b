import { expect, test } from "vitest";
import { depsOf } from "../../test/builders/deps-of.ts";
import { documentToText } from "../core/report/text.ts";
import { gap } from "./gap.ts";

const deps = depsOf();
const gpqa = {
  scoreA: 81.7,
  scoreB: 88,
  items: 198,
  group: "reasoning",
  comparability: "cross-source",
};

async function textOf(input: object): Promise<string> {
  const outcome = await gap.answer(input, deps);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return documentToText(outcome.value.report({ brief: true, withSources: false }), {
    width: 200,
  });
}

test("a gap between two vendors' scores is judged without the catalog", async () => {
  const outcome = await gap.answer(gpqa, deps);
  expect(outcome).toMatchObject({
    ok: true,
    value: {
      value: { deltaPoints: 6.3, label: "likely", samplingLabel: "likely", itemsNeeded: 505 },
    },
  });
});

test.each`
  change                                                  | says
  ${{}}                                                   | ${"B is probably ahead on this test, by 6.3 points (P = 0.91)."}
  ${{ comparability: "same-run", items: 12_032 }}         | ${"B is ahead on this test, by 6.3 points."}
  ${{ scoreA: 90, scoreB: 74, items: 12_032 }}            | ${"A is ahead on this test, by 16 points."}
  ${{ scoreB: 82.7 }}                                     | ${"No difference established: a gap of 1 point is within the noise."}
  ${{ items: null }}                                      | ${"Cannot judge: the item count of the test is missing."}
  ${{ comparability: "mismatch" }}                        | ${"Two different tests: their scores cannot be compared."}
  ${{ items: null, scoreB: 30, smallestKnownItems: 131 }} | ${"At the smallest variant known, 131 items, it would be clear."}
  ${{ items: 30 }}                                        | ${"Fewer than six items apart: no single run can show that at 5 %."}
  ${{ items: 12_032, scoreB: 84 }}                        | ${"The luck of the questions does not explain it; ordinary differences of set-up may."}
  ${{ isGraded: true }}                                   | ${"The items are graded: the sampling error shown is an upper bound."}
`("says: $says", async ({ change, says }) => {
  expect(await textOf({ ...gpqa, ...change })).toContain(says);
});

test.each`
  change                        | where
  ${{ scoreA: 101 }}            | ${"scoreA"}
  ${{ scoreB: "88" }}           | ${"scoreB"}
  ${{ items: 0 }}               | ${"items"}
  ${{ items: 1.5 }}             | ${"items"}
  ${{ group: "maths" }}         | ${"group"}
  ${{ comparability: "equal" }} | ${"comparability"}
  ${{ repeats: -1 }}            | ${"repeats"}
  ${{ itemVarianceShare: 2 }}   | ${"itemVarianceShare"}
  ${{ designEffect: 0.5 }}      | ${"designEffect"}
`("refuses a wrong $where by its name", async ({ change, where }) => {
  const outcome = await gap.answer({ ...gpqa, ...change }, deps);
  expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid-input", where } });
});
