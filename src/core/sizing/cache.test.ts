import { describe, expect, test } from "vitest";
import { architectureOf, sizingFacts } from "../../../test/builders/sizing-of.ts";
import { BYTES_PER_GIB } from "../units.ts";
import { cacheOf, fixedBytes, sequenceBytes } from "./cache.ts";

describe("the cache of a sequence in 16 bits", () => {
  test.each`
    id                   | bytesPerToken | fixed          | because
    ${"llama-3.1-8b"}    | ${131_072}    | ${0}           | ${"2 x 32 layers x 8 heads x 128 x 2 bytes"}
    ${"llama-3.1-405b"}  | ${516_096}    | ${0}           | ${"grouped heads"}
    ${"qwen3.5-0.8b"}    | ${12_288}     | ${19_537_920}  | ${"six layers grow, eighteen keep a state"}
    ${"qwen3.5-9b"}      | ${32_768}     | ${51_511_296}  | ${"eight layers grow"}
    ${"qwen3.5-27b"}     | ${65_536}     | ${153_944_064} | ${"sixteen layers grow"}
    ${"gpt-oss-20b"}     | ${24_576}     | ${3_145_728}   | ${"half the layers keep 128 tokens"}
    ${"gpt-oss-120b"}    | ${36_864}     | ${4_718_592}   | ${"half the layers keep 128 tokens"}
    ${"deepseek-v3"}     | ${70_272}     | ${0}           | ${"61 x (512 + 64) x 2 bytes, not by head"}
    ${"glm-5"}           | ${89_856}     | ${0}           | ${"78 x (512 + 64) x 2 bytes"}
    ${"gemma-3-27b"}     | ${81_920}     | ${436_207_616} | ${"five of six layers keep 1,024 tokens"}
    ${"gemma-4-31b"}     | ${40_960}     | ${838_860_800} | ${"keys serve as values in the layers that grow"}
    ${"gemma-4-26b-a4b"} | ${10_240}     | ${209_715_200} | ${"keys serve as values in the layers that grow"}
  `("of $id: $because", ({ id, bytesPerToken, fixed }) => {
    const cache = cacheOf(architectureOf(id).attention, 2);
    expect(cache.bytesPerToken).toBe(bytesPerToken);
    expect(fixedBytes(cache)).toBe(fixed);
  });

  test.each`
    id                 | tokens     | gib       | because
    ${"llama-3.1-8b"}  | ${8_192}   | ${1}      | ${"131,072 bytes a token"}
    ${"llama-3.1-70b"} | ${131_072} | ${40}     | ${"all of its context"}
    ${"qwen3-32b"}     | ${32_768}  | ${8}      | ${"262,144 bytes a token"}
    ${"qwen3.5-4b"}    | ${262_144} | ${8.048}  | ${"8 GiB that grow and a state"}
    ${"qwen3.5-0.8b"}  | ${262_144} | ${3.0182} | ${"3,090.6 MiB"}
  `("of $id takes $gib GiB for $tokens tokens: $because", ({ id, tokens, gib }) => {
    const bytes = sequenceBytes(cacheOf(architectureOf(id).attention, 2), tokens);
    expect(bytes / BYTES_PER_GIB).toBeCloseTo(gib, 3);
  });

  test("counts the index of sparse attention beside it, 128 bytes a layer", () => {
    const cache = cacheOf(architectureOf("deepseek-v3.2").attention, 2);
    expect(cache).toMatchObject({ bytesPerToken: 70_272, indexBytesPerToken: 128 * 61 });
    expect(sequenceBytes(cache, 1000)).toBe(1000 * (70_272 + 7_808));
  });

  test.each(sizingFacts.architectures)("of $id grows with the context", ({ attention }) => {
    const cache = cacheOf(attention, 2);
    const sizes = [1, 100, 1_024, 8_192, 131_072].map((tokens) => sequenceBytes(cache, tokens));
    expect(sizes).toEqual([...sizes].sort((a, b) => a - b));
    expect(sequenceBytes(cacheOf(attention, 1), 8_192)).toBeLessThan(sequenceBytes(cache, 8_192));
  });
});
