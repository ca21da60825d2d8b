import { expect, test } from "vitest";
import { depsOf } from "../../test/builders/deps-of.ts";
import { paired } from "./paired.ts";
import { remoteDeps } from "./remote-deps.ts";

const ask = (input: object) => paired.answer(input, depsOf());

test("scores sent as they are, paired by their place", async () => {
  const answer = await ask({ a: [1, 0, 1], b: [1, 1, 1] });
  expect(answer).toMatchObject({
    ok: true,
    value: {
      value: { n: 3, a: { name: "A" }, b: { name: "B" }, metric: "score", decision: null },
      isNo: false,
    },
  });
});

test.each`
  a                    | b                    | margin       | isNo     | because
  ${[1, 0, 1, 1]}      | ${[1, 0, 1, 0]}      | ${undefined} | ${false} | ${"nobody asked for a margin"}
  ${[1, 0, 1, 1]}      | ${[1, 0, 1, 0]}      | ${0.1}       | ${true}  | ${"four prompts show nothing"}
  ${[1, 0, 1, 1]}      | ${[0, 0, 0, 0]}      | ${0.1}       | ${true}  | ${"it is worse"}
  ${Array(60).fill(1)} | ${Array(60).fill(1)} | ${0.1}       | ${false} | ${"sixty alike are enough for ten points"}
`("the answer is no: $isNo, because $because", async ({ a, b, margin, isNo }) => {
  expect(await ask({ a, b, margin })).toMatchObject({ ok: true, value: { isNo } });
});

test.each`
  input                                         | where        | because
  ${{}}                                         | ${"files"}   | ${"nothing is given"}
  ${{ a: [1] }}                                 | ${"files"}   | ${"one side is missing"}
  ${{ a: [1], b: [1], files: ["x"] }}           | ${"files"}   | ${"both kinds at once"}
  ${{ files: ["x", "y", "z"] }}                 | ${"files"}   | ${"three sides"}
  ${{ a: [1], b: [1], margin: 2 }}              | ${"margin"}  | ${"a margin is a share"}
  ${{ a: [1], b: [1], level: 95 }}              | ${"level"}   | ${"a level is a share"}
  ${{ a: ["one"], b: [1] }}                     | ${"a.0"}     | ${"a word is no score"}
  ${{ a: [{ prompt: "x", score: 1 }], b: [1] }} | ${"prompts"} | ${"no prompt is on both sides"}
`("$where is not valid: $because", async ({ input, where }) => {
  expect(await ask(input)).toMatchObject({ ok: false, problem: { code: "invalid-input", where } });
});

test("a stranger's question opens no file of the server", async () => {
  const answer = await paired.answer({ files: ["/etc/passwd"] }, remoteDeps(depsOf()));
  expect(answer).toMatchObject({
    ok: false,
    problem: { code: "not-served-here", what: "results", asked: "/etc/passwd" },
  });
});

test("a hundred thousand prompts are answered, and one more is refused", async () => {
  const scores = Array.from({ length: 100_000 }, (_, i) => ((i * 7919) % 100 < 71 ? 1 : 0));
  const answer = await ask({ a: scores, b: scores.toReversed(), margin: 0.02 });
  expect(answer).toMatchObject({ ok: true, value: { value: { n: 100_000 }, isNo: false } });
  expect(await ask({ a: [...scores, 1], b: [1] })).toMatchObject({ ok: false });
});
