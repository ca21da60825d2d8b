import { describe, expect, test } from "vitest";
import { architectureOf, sizingFacts } from "../../../test/builders/sizing-of.ts";
import { parametersOf } from "./parameters.ts";

describe("parameters counted from dimensions", () => {
  test.each`
    id                     | total                | active            | because
    ${"llama-3.1-8b"}      | ${8_030_261_248}     | ${7_504_924_672}  | ${"published; grouped heads, two tables"}
    ${"llama-3.1-70b"}     | ${70_553_706_496}    | ${69_503_033_344} | ${"published"}
    ${"llama-3.2-1b"}      | ${1_235_814_400}     | ${1_235_814_400}  | ${"published; one table at both ends"}
    ${"qwen3.5-4b"}        | ${4_205_751_296}     | ${4_205_751_296}  | ${"published; linear attention in three of four layers"}
    ${"qwen3.5-9b"}        | ${8_953_803_264}     | ${7_936_684_544}  | ${"the table that tokens are looked up in is not met"}
    ${"qwen3.5-27b"}       | ${26_895_998_464}    | ${25_624_600_064} | ${"published"}
    ${"qwen3.5-397b-a17b"} | ${396_346_350_336}   | ${16_331_922_176} | ${"10 of 512 experts are met, and the shared one"}
    ${"qwen3-8b"}          | ${8_190_735_360}     | ${7_568_405_504}  | ${"normed heads"}
    ${"qwen3-235b-a22b"}   | ${235_093_634_560}   | ${21_568_433_664} | ${"8 of 128 experts"}
    ${"gpt-oss-20b"}       | ${20_914_757_184}    | ${3_608_307_264}  | ${"biases everywhere, and sinks"}
    ${"gpt-oss-120b"}      | ${116_829_156_672}   | ${5_132_849_472}  | ${"4 of 128 experts"}
    ${"deepseek-v3"}       | ${671_026_419_200}   | ${36_625_618_432} | ${"latent attention, three dense layers"}
    ${"deepseek-v3.2"}     | ${671_877_944_064}   | ${37_477_143_296} | ${"an index beside it"}
    ${"kimi-k2"}           | ${1_026_408_232_448} | ${31_687_095_808} | ${"one dense layer, 384 experts"}
    ${"glm-5"}             | ${743_911_218_432}   | ${40_833_146_112} | ${"an index of 32 heads"}
    ${"mistral-7b-v0.3"}   | ${7_248_023_552}     | ${7_113_805_824}  | ${"published"}
  `("of $id: $because", ({ id, total, active }) => {
    const parameters = parametersOf(architectureOf(id));
    expect(parameters.total).toBe(total);
    expect(parameters.active).toBe(active);
  });

  test.each(sizingFacts.architectures)("of $id are whole and in order", (architecture) => {
    const { total, active, resident, experts, expertMatrices } = parametersOf(architecture);
    expect(Number.isSafeInteger(total)).toBe(true);
    expect(total).toBeGreaterThanOrEqual(active);
    expect(active).toBeGreaterThanOrEqual(resident);
    expect(experts).toBeGreaterThanOrEqual(expertMatrices);
  });
});
