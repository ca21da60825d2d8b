import { describe, expect, test } from "vitest";
import { architectureOf } from "../../../test/builders/sizing-of.ts";
import { fineTuningHours, fineTuningMemory } from "./fine-tuning.ts";
import { sizedModelOf } from "./sized-model.ts";

const llama = sizedModelOf(architectureOf("llama-3.1-8b"));
const usual = { sequenceTokens: 2048, batch: 1, rank: 16 };

describe("memory of fine-tuning", () => {
  test.each`
    method     | weightsGb | trainedGb | because
    ${"full"}  | ${16.06}  | ${112.42} | ${"16 bytes a parameter in all"}
    ${"lora"}  | ${16.12}  | ${0.41}   | ${"29 million parameters of adapters are trained"}
    ${"qlora"} | ${4.2}    | ${0.41}   | ${"frozen weights take 4.127 bits"}
  `("$method: $because", ({ method, weightsGb, trainedGb }) => {
    const memory = fineTuningMemory(llama, { ...usual, method });
    expect((memory?.weightsBytes ?? 0) / 1e9).toBeCloseTo(weightsGb, 1);
    expect((memory?.trainedBytes ?? 0) / 1e9).toBeCloseTo(trainedGb, 1);
  });

  test("grows with what is held at once, and is given with its band", () => {
    const one = fineTuningMemory(llama, { ...usual, method: "lora" });
    const four = fineTuningMemory(llama, { ...usual, method: "lora", batch: 4 });
    expect(four?.activationBytes).toBe(4 * (one?.activationBytes ?? 0));
    expect(one?.lowGib).toBeLessThan(one?.totalGib ?? 0);
    expect(one?.highGib).toBeGreaterThan(one?.totalGib ?? 0);
  });

  test("is unknown where the model is", () => {
    const stranger = { name: "stranger", files: [] };
    expect(fineTuningMemory(stranger, { ...usual, method: "full" })).toBeUndefined();
    expect(fineTuningHours(stranger, { method: "full", tokens: 1, bf16Tflops: 1 })).toBeUndefined();
  });
});

test("GPU hours of fine-tuning are FLOPS over what training reaches, give or take twice", () => {
  const hours = fineTuningHours(llama, { method: "full", tokens: 1e9, bf16Tflops: 989 });
  expect(hours?.hours).toBeCloseTo((8 * 7_504_924_672 * 1e9) / (989e12 * 0.35) / 3600, 6);
  expect(hours).toMatchObject({ low: (hours?.hours ?? 0) / 2, high: 2 * (hours?.hours ?? 0) });
});
