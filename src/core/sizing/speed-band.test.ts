import { expect, test } from "vitest";
import { architectureOf, gpuOf } from "../../../test/builders/sizing-of.ts";
import { sizedModelOf } from "./sized-model.ts";
import { speedBand } from "./speed-band.ts";

test.each`
  id                | gpu       | gpus  | concurrency | low    | high   | because
  ${"llama-3.1-8b"} | ${"h100"} | ${1}  | ${64}       | ${0.6} | ${1.6} | ${[]}
  ${"llama-3.1-8b"} | ${"a10g"} | ${1}  | ${4}        | ${0.5} | ${2}   | ${[/A10G/]}
  ${"llama-3.1-8b"} | ${"h200"} | ${1}  | ${65}       | ${0.5} | ${2}   | ${[/at once/]}
  ${"qwen3.5-4b"}   | ${"h100"} | ${1}  | ${1}        | ${0.5} | ${2}   | ${[/small/]}
  ${"llama-3.1-8b"} | ${"l4"}   | ${16} | ${1}        | ${0.5} | ${2}   | ${[/L4/, /GPUs/]}
`("on $gpus $gpu with $concurrency at once $id is within $low to $high", (row) => {
  const model = sizedModelOf(architectureOf(row.id));
  const band = speedBand({ ...row, gpu: gpuOf(row.gpu), model });
  expect(band).toMatchObject({ low: row.low, high: row.high });
  expect(band.isValidated).toBe(row.because.length === 0);
  expect(band.because).toEqual(row.because.map((text: RegExp) => expect.stringMatching(text)));
});
