import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { architectureOf, gpuOf, sizingFacts } from "../../../test/builders/sizing-of.ts";
import { BYTES_PER_GIB } from "../units.ts";
import { cacheOf, sequenceBytes } from "./cache.ts";
import { longestContext, sequencesThatFit, usableBytes } from "./fit.ts";
import { parametersOf } from "./parameters.ts";
import { weightBytes } from "./weights.ts";

const engine = { memoryShare: 0.9, overheadGib: 2 };

describe("sequences that fit", () => {
  test.each`
    gpu           | id               | bits   | context   | free      | each      | fit
    ${"a10g"}     | ${"qwen3.5-9b"}  | ${16}  | ${8_192}  | ${1.437}  | ${0.298}  | ${4}
    ${"a10g"}     | ${"qwen3.5-9b"}  | ${8.5} | ${8_192}  | ${9.255}  | ${0.298}  | ${31}
    ${"l4"}       | ${"qwen3.5-4b"}  | ${16}  | ${8_192}  | ${10.281} | ${0.298}  | ${34}
    ${"l40s"}     | ${"qwen3.5-9b"}  | ${16}  | ${8_192}  | ${21.813} | ${0.298}  | ${73}
    ${"h100"}     | ${"qwen3.5-27b"} | ${16}  | ${32_768} | ${19.542} | ${2.1434} | ${9}
    ${"rtx-4090"} | ${"qwen3.5-9b"}  | ${16}  | ${8_192}  | ${2.922}  | ${0.298}  | ${9}
  `("$fit of $context tokens of $id at $bits bits on $gpu", (row) => {
    const architecture = architectureOf(row.id);
    const weights = weightBytes(parametersOf(architecture).total, row.bits);
    const free = usableBytes(gpuOf(row.gpu), 1, engine) - weights;
    const each = sequenceBytes(cacheOf(architecture.attention, 2), row.context);
    expect(free / BYTES_PER_GIB).toBeCloseTo(row.free, 2);
    expect(each / BYTES_PER_GIB).toBeCloseTo(row.each, 3);
    expect(sequencesThatFit(free, each)).toBe(row.fit);
  });

  test("are none where the weights alone are too large", () => {
    expect(sequencesThatFit(-1, 100)).toBe(0);
  });

  test("are never fewer on more GPUs, at a shorter context, or with less weight", () => {
    const size = fc.integer({ min: 1, max: 262_144 });
    fc.assert(
      fc.property(
        fc.constantFrom(...sizingFacts.architectures),
        fc.constantFrom(...sizingFacts.gpus),
        fc.tuple(fc.integer({ min: 1, max: 7 }), size, size),
        ({ attention }, gpu, [gpus, one, other]) => {
          const cache = cacheOf(attention, 2);
          const weights = 10e9;
          const held = (many: number, tokens: number, bytes: number) =>
            sequencesThatFit(usableBytes(gpu, many, engine) - bytes, sequenceBytes(cache, tokens));
          const [short, long] = [Math.min(one, other), Math.max(one, other)];
          expect(held(gpus + 1, one, weights)).toBeGreaterThanOrEqual(held(gpus, one, weights));
          expect(held(gpus, short, weights)).toBeGreaterThanOrEqual(held(gpus, long, weights));
          expect(held(gpus, one, weights / 2)).toBeGreaterThanOrEqual(held(gpus, one, weights));
        },
      ),
    );
  });
});

describe("the longest context", () => {
  test("is the last that fits", () => {
    fc.assert(
      fc.property(
        fc.constantFrom(...sizingFacts.architectures),
        fc.double({ min: 0, max: 80, noNaN: true }),
        fc.integer({ min: 1, max: 64 }),
        ({ attention, shape }, gib, sequences) => {
          const cache = cacheOf(attention, 2);
          const free = gib * BYTES_PER_GIB;
          const atMost = shape.contextTokens;
          const longest = longestContext(free, cache, { sequences, atMost });
          const takes = (tokens: number) => sequences * sequenceBytes(cache, tokens);
          if (longest > 0) expect(takes(longest)).toBeLessThanOrEqual(free * (1 + 1e-9));
          if (longest < atMost) expect(takes(longest + 1)).toBeGreaterThan(free * (1 - 1e-9));
        },
      ),
    );
  });

  test("is all that the model was made for where there is room", () => {
    const cache = cacheOf(architectureOf("llama-3.1-8b").attention, 2);
    const free = 17 * BYTES_PER_GIB;
    expect(longestContext(free, cache, { sequences: 1, atMost: 131_072 })).toBe(131_072);
    expect(longestContext(free, cache, { sequences: 2, atMost: 131_072 })).toBe(69_632);
  });
});
