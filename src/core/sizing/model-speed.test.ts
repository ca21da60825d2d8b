import fc from "fast-check";
import { describe, expect, test } from "vitest";
import {
  architectureOf,
  gpuOf,
  precisionOf,
  sizingFacts,
} from "../../../test/builders/sizing-of.ts";
import { modelSpeed, type SpeedQuestion } from "./model-speed.ts";
import type { Requests, Speed } from "./roofline.ts";
import { sizedModelOf } from "./sized-model.ts";
import { weightsOf } from "./weights.ts";

interface Asked {
  readonly id: string;
  readonly gpu: string;
  readonly gpus?: number;
  readonly precision: string;
  readonly cacheElementBytes?: number;
}

function speedOf(asked: Asked, requests: Requests): Speed {
  const model = sizedModelOf(architectureOf(asked.id));
  const precision = precisionOf(asked.precision);
  const weights = weightsOf(model, precision);
  if (weights === undefined) throw new Error("no weights");
  const question: SpeedQuestion = {
    model,
    weights,
    precision,
    cacheElementBytes: asked.cacheElementBytes ?? 2,
    gpu: gpuOf(asked.gpu),
    gpus: asked.gpus ?? 1,
  };
  const speed = modelSpeed(question, requests);
  if (speed === undefined) throw new Error("no speed");
  return speed;
}

/** Within a thousandth. */
function expectNear(value: number, expected: number): void {
  expect(Math.abs(value / expected - 1)).toBeLessThan(1e-3);
}

describe("the estimate of speed", () => {
  test.each`
    id                | gpu          | precision | concurrency | inputTokens | outputTokens | speed     | stepMs    | prefillMs
    ${"qwen3.5-9b"}   | ${"a10g"}    | ${"bf16"} | ${4}        | ${2048}     | ${512}       | ${71.8}   | ${45.346} | ${1326.884}
    ${"qwen3.5-9b"}   | ${"l40s"}    | ${"bf16"} | ${32}       | ${2048}     | ${512}       | ${549.1}  | ${42.243} | ${256.58}
    ${"qwen3.5-9b"}   | ${"h100"}    | ${"fp8"}  | ${64}       | ${2048}     | ${512}       | ${3812.9} | ${10.919} | ${46.934}
    ${"qwen3.5-4b"}   | ${"l4"}      | ${"bf16"} | ${16}       | ${2048}     | ${512}       | ${217}    | ${61.008} | ${406.771}
    ${"llama-3.1-8b"} | ${"a100-40"} | ${"bf16"} | ${1}        | ${1024}     | ${128}       | ${58.2}   | ${16.088} | ${140.752}
    ${"qwen3.5-27b"}  | ${"h100"}    | ${"fp8"}  | ${32}       | ${4096}     | ${1024}      | ${973.9}  | ${23.388} | ${303.063}
  `("is $speed tokens a second for $id in $precision on $gpu", (row) => {
    const speed = speedOf(row, row);
    expectNear(speed.outputTokensPerSecond, row.speed);
    expectNear(1000 * speed.stepSeconds, row.stepMs);
    expectNear(1000 * speed.prefillSeconds, row.prefillMs);
  });

  test.each`
    id                | gpu       | gpus | precision     | cacheElementBytes | concurrency | inputTokens | outputTokens | perGpu     | because
    ${"llama-3.1-8b"} | ${"h100"} | ${2} | ${"bf16"}     | ${2}              | ${8}        | ${1024}     | ${512}       | ${560}     | ${"layers that talk to each other"}
    ${"llama-3.1-8b"} | ${"h200"} | ${1} | ${"fp8"}      | ${1}              | ${256}      | ${1000}     | ${2000}      | ${12297.6} | ${"many at once"}
    ${"gpt-oss-120b"} | ${"h200"} | ${1} | ${"mxfp4"}    | ${2}              | ${64}       | ${8192}     | ${1024}      | ${1468.1}  | ${"experts, in a precision it does not reckon in"}
    ${"gpt-oss-120b"} | ${"b200"} | ${1} | ${"mxfp4"}    | ${2}              | ${64}       | ${8192}     | ${1024}      | ${2986.4}  | ${"in one it does"}
    ${"deepseek-v3"}  | ${"h200"} | ${8} | ${"fp8"}      | ${1}              | ${32}       | ${1024}     | ${1024}      | ${158.4}   | ${"latent attention"}
    ${"kimi-k2.5"}    | ${"h200"} | ${8} | ${"int4_g32"} | ${2}              | ${32}       | ${1024}     | ${1024}      | ${200.9}   | ${"experts alone in four bits"}
    ${"minimax-m2.5"} | ${"h200"} | ${4} | ${"fp8"}      | ${1}              | ${32}       | ${8192}     | ${1024}      | ${335}     | ${"256 experts"}
    ${"glm-5"}        | ${"h200"} | ${8} | ${"fp8"}      | ${1}              | ${32}       | ${1024}     | ${1024}      | ${138.2}   | ${"sparse attention"}
  `("is $perGpu a GPU for $id on $gpus $gpu: $because", (row) => {
    expectNear(speedOf(row, row).outputTokensPerSecond / row.gpus, row.perGpu);
  });

  test("grows with the requests at once, and each then waits longer", () => {
    const count = fc.integer({ min: 1, max: 255 });
    fc.assert(
      fc.property(fc.constantFrom(...sizingFacts.architectures), count, (architecture, many) => {
        const asked = { id: architecture.id, gpu: "h100", precision: "bf16" };
        const use = { inputTokens: 1024, outputTokens: 512 };
        const less = speedOf(asked, { ...use, concurrency: many });
        const more = speedOf(asked, { ...use, concurrency: many + 1 });
        expect(more.outputTokensPerSecond).toBeGreaterThan(less.outputTokensPerSecond);
        expect(more.stepSeconds).toBeGreaterThan(less.stepSeconds);
      }),
    );
  });

  test("falls with the length of prompts", () => {
    const asked = { id: "qwen3.5-9b", gpu: "l40s", precision: "bf16" };
    const speeds = [128, 1024, 8192, 65_536].map(
      (inputTokens) =>
        speedOf(asked, { concurrency: 8, inputTokens, outputTokens: 512 }).outputTokensPerSecond,
    );
    expect(speeds).toEqual([...speeds].sort((a, b) => b - a));
  });
});
