import { expect, test } from "vitest";
import type { Outcome } from "../../core/problems/problem.ts";
import { byteBounded } from "./byte-bounded.ts";

const lengthOf = (text: string) => text.length;
const busy: Outcome<string> = { ok: false, problem: { code: "too-busy" } };

/** Makes texts of ten signs, and tells which it made. */
function maker(keeping = byteBounded<string>(100, lengthOf)) {
  const made: string[] = [];
  const ask = (name: string, outcome: Outcome<string> = { ok: true, value: name.padEnd(10) }) =>
    keeping.of(name, async () => {
      made.push(name);
      return outcome;
    });
  return { ask, made };
}

test("what was made once is not made again", async () => {
  const { ask, made } = maker();
  expect(await ask("a")).toEqual(await ask("a"));
  expect(made).toEqual(["a"]);
});

test("who asks while it is made waits for the same", async () => {
  const { ask, made } = maker();
  await Promise.all([ask("a"), ask("a"), ask("b"), ask("a")]);
  expect(made).toEqual(["a", "b"]);
});

test("a problem is not kept", async () => {
  const { ask, made } = maker();
  expect(await ask("a", busy)).toEqual(busy);
  expect(await ask("a")).toMatchObject({ ok: true });
  expect(made).toEqual(["a", "a"]);
});

test("beyond the bound the longest unused goes", async () => {
  const { ask, made } = maker();
  const names = [..."abcdefghij"];
  for (const name of [...names, "a", "k", "a", "b"]) await ask(name);
  expect(made).toEqual([...names, "k", "b"]);
});

test("what would push out most of the others is not kept", async () => {
  const { ask, made } = maker();
  const large = { ok: true, value: "x".repeat(11) } as const;
  for (const _ of ["once", "again"]) await ask("large", large);
  expect(made).toEqual(["large", "large"]);
});
