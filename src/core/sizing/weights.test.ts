import { describe, expect, test } from "vitest";
import { architectureOf, precisionOf, sizingFacts } from "../../../test/builders/sizing-of.ts";
import { BYTES_PER_GIB } from "../units.ts";
import { sizedModelOf } from "./sized-model.ts";
import { weightBytes, weightsOf } from "./weights.ts";

describe("the weights of a model", () => {
  test.each`
    id                | precision  | gib       | because
    ${"qwen3.5-4b"}   | ${"bf16"}  | ${7.834}  | ${"two bytes each"}
    ${"qwen3.5-9b"}   | ${"bf16"}  | ${16.678} | ${"two bytes each"}
    ${"qwen3.5-9b"}   | ${"fp8"}   | ${8.339}  | ${"one byte each"}
    ${"qwen3.5-9b"}   | ${"int8"}  | ${8.86}   | ${"8.5 bits with the scales"}
    ${"gpt-oss-20b"}  | ${"mxfp4"} | ${12.816} | ${"experts alone are published in four bits: 12.8"}
    ${"gpt-oss-120b"} | ${"mxfp4"} | ${60.768} | ${"experts alone are published in four bits: 60.8"}
  `("$id in $precision take $gib GiB: $because", ({ id, precision, gib }) => {
    const weights = weightsOf(sizedModelOf(architectureOf(id)), precisionOf(precision));
    expect((weights?.bytes ?? 0) / BYTES_PER_GIB).toBeCloseTo(gib, 3);
  });

  test("of a file that was weighed are what it weighs", () => {
    const model = sizedModelOf(architectureOf("qwen3.5-9b"));
    expect(weightsOf(model, precisionOf("q4_k_m"))).toMatchObject({ bytes: 5.68e9, how: "file" });
    const own = weightsOf(model, precisionOf("bf16"), 20e9);
    expect(own).toMatchObject({ bytes: 20e9, how: "file" });
    expect(own?.residentBits).toBeCloseTo(17.87, 2);
  });

  test("in four bits may be more, since tables of embeddings often stay in 16", () => {
    const weights = weightsOf(sizedModelOf(architectureOf("qwen3-8b")), precisionOf("int4"));
    expect(weights?.bytes).toBe(weightBytes(8_190_735_360, 4.5));
    expect((weights?.highBytes ?? 0) / 1e9).toBeCloseTo(6.4, 1);
  });

  test("are unknown where nobody can count them, and known by their file", () => {
    const stranger = { name: "stranger", files: [] };
    expect(weightsOf(stranger, precisionOf("bf16"))).toBeUndefined();
    expect(weightsOf(stranger, precisionOf("bf16"), 1e9)).toMatchObject({ bytes: 1e9 });
  });

  test.each(sizingFacts.architectures)("of $id shrink with every bit", (architecture) => {
    const model = sizedModelOf({ ...architecture, files: [] });
    const sizes = [...sizingFacts.precisions]
      .filter(({ id }) => id !== model.native?.precision)
      .sort((a, b) => a.bitsPerWeight - b.bitsPerWeight)
      .map((precision) => weightsOf(model, precision)?.bytes ?? 0);
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
  });
});
