import { expect, test } from "vitest";
import { depsOf } from "../../test/builders/deps-of.ts";
import { catalog } from "../../test/properties/whole-catalog.ts";
import { search } from "./search.ts";

const deps = depsOf({ catalog: async () => ({ ok: true, value: catalog }) });

async function found(raw: object) {
  const outcome = await search.answer(raw, deps);
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return outcome.value.value;
}

test("what a text means by itself comes first, however it is spelled", async () => {
  const { identity, results } = await found({ text: "us.anthropic.claude-opus-4-6-v1:0" });
  expect(identity?.model).toBe("anthropic/claude-opus-4.6");
  expect(results[0]).toMatchObject({
    id: "anthropic/claude-opus-4.6",
    match: "same",
    address: "/models/anthropic/claude-opus-4.6",
  });
});

test("a misspelt name is suggested, never resolved", async () => {
  const { identity, results } = await found({ text: "calude sonet 4.6" });
  expect(identity).toBeNull();
  expect(results[0]).toMatchObject({ id: "anthropic/claude-sonnet-4.6", match: "alike" });
});

test("at most twenty are shown unless more are asked for", async () => {
  const few = await found({ text: "gpt" });
  expect(few.counts.matching).toBeGreaterThan(20);
  expect([few.results.length, few.counts.shown]).toEqual([20, 20]);
  expect((await found({ text: "gpt", limit: 3 })).results).toEqual(few.results.slice(0, 3));
});

test("one kind can be asked for alone", async () => {
  const { results } = await found({ text: "openai", kind: "provider" });
  expect(new Set(results.map(({ kind }) => kind))).toEqual(new Set(["provider"]));
});
