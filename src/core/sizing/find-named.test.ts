import { expect, test } from "vitest";
import { sizingFacts } from "../../../test/builders/sizing-of.ts";
import { findNamed } from "./find-named.ts";

test.each`
  asked                    | id
  ${"a10g"}                | ${"a10g"}
  ${"NVIDIA A10G"}         | ${"a10g"}
  ${"RTX 4090"}            | ${"rtx-4090"}
  ${"4090"}                | ${"rtx-4090"}
  ${"H100-SXM"}            | ${"h100"}
  ${"A100 80GB"}           | ${"a100-80"}
  ${"Apple M2 Ultra"}      | ${"m2-ultra"}
  ${"amd instinct mi300x"} | ${"mi300x"}
`("$asked is $id", ({ asked, id }) => {
  expect(findNamed(sizingFacts.gpus, asked, "GPU")).toMatchObject({ ok: true, value: { id } });
});

test.each`
  asked       | id
  ${"BF16"}   | ${"bf16"}
  ${"fp16"}   | ${"bf16"}
  ${"Q4_K_M"} | ${"q4_k_m"}
  ${"8-bit"}  | ${"int8"}
  ${"awq"}    | ${"int4"}
`("the precision $asked is $id", ({ asked, id }) => {
  const found = findNamed(sizingFacts.precisions, asked, "precision");
  expect(found).toMatchObject({ ok: true, value: { id } });
});

test("no two GPUs or precisions go by one name", () => {
  for (const list of [sizingFacts.gpus, sizingFacts.precisions]) {
    const names = list.flatMap(({ id, name, aliases }) => [
      ...new Set([id, name, ...aliases].map((each) => each.toLowerCase())),
    ]);
    expect(new Set(names).size).toBe(names.length);
  }
});

test("what is not there comes with what is near", () => {
  expect(findNamed(sizingFacts.gpus, "h101", "GPU")).toMatchObject({
    ok: false,
    problem: { code: "not-found", closest: expect.arrayContaining(["h100"]) },
  });
});
