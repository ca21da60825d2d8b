import { cpSync, mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { describe, expect, test } from "vitest";
import { checkSizing, readSizing } from "./read-sizing.ts";

const data = fileURLToPath(new URL("../../../../data", import.meta.url));
const parts = ["architectures", "gpus", "precisions.yaml", "engines.yaml", "measured-speed.yaml"];

/** The data as it is, with one text of one file replaced. */
function dataWith(file: string, from: string, to: string): string {
  const root = mkdtempSync(join(tmpdir(), "sizing-"));
  for (const part of parts) cpSync(join(data, part), join(root, part), { recursive: true });
  const text = readFileSync(join(root, file), "utf8");
  expect(text).toContain(from);
  writeFileSync(join(root, file), text.replace(from, to));
  return root;
}

const small = "architectures/qwen3.5-4b.yaml";

describe("a slip in what is kept about weights is named with file, line and field:", () => {
  test.each`
    file                     | from                        | to                          | field                     | expected                   | because
    ${small}                 | ${"inner: 9216"}            | ${"inner: 9217"}            | ${"published.parameters"} | ${/4205997056/}            | ${"a published count is what the dimensions make"}
    ${small}                 | ${"layers: 32, hidden"}     | ${"layers: 36, hidden"}     | ${"attention"}            | ${/36 layers.*not 32/}     | ${"each layer has one kind of attention"}
    ${small}                 | ${"layers: 32, inner"}      | ${"layers: 33, inner"}      | ${"feedForward"}          | ${/at most 32/}            | ${"no more layers than there are"}
    ${small}                 | ${"isGated: true"}          | ${"isGated: yes"}           | ${"attention.0.isGated"}  | ${/true or false/}         | ${"a flag is true or false"}
    ${small}                 | ${"kind: linear"}           | ${"kind: liner"}            | ${"attention.1.kind"}     | ${/./}                     | ${"a kind has a known name"}
    ${small}                 | ${"inner: 9216, source: c"} | ${"inner: 9216, source: k"} | ${"feedForward.0.source"} | ${/config, safetensors/}   | ${"a block names a source of its file"}
    ${"gpus/a10g.yaml"}      | ${'"1.006"'}                | ${"1.006"}                  | ${"prices.0.usdPerHour"}  | ${/in quotes/}             | ${"a price without quotes may lose digits"}
    ${"gpus/a10g.yaml"}      | ${"[bf16, int8]"}           | ${"[bf16, int9]"}           | ${"native.precisions.1"}  | ${/data\/precisions.yaml/} | ${"a precision has a line"}
    ${"gpus/a10g.yaml"}      | ${"gib: 22.35"}             | ${"gib: -22"}               | ${"memory.gib"}           | ${/above 0/}               | ${"memory is more than nothing"}
    ${"measured-speed.yaml"} | ${"gpu: h100,"}             | ${"gpu: h1000,"}            | ${"serving.0.gpu"}        | ${/data\/gpus/}            | ${"what was measured ran on a known GPU"}
  `("$because", async ({ file, from, to, field, expected }) => {
    const problems = await checkSizing(dataWith(file, from, to));
    expect(problems[0]).toMatchObject({
      code: "file-invalid",
      file,
      field,
      expected: expect.stringMatching(expected),
    });
  });
});

test("what is kept about weights can be read, each block with its source", async () => {
  const read = await readSizing(data);
  if (!read.ok) throw new Error(JSON.stringify(read.problem));
  const { architectures, gpus, precisions, engines, measured } = read.value;
  expect(architectures.length).toBeGreaterThanOrEqual(34);
  const sourced = [
    ...architectures.flatMap(({ shape, attention }) => [shape, ...attention]),
    ...gpus.flatMap(({ memory, prices }) => [memory, ...prices]),
    ...[...precisions, ...engines, ...measured],
  ];
  for (const { source } of sourced) {
    expect(source).toMatchObject({
      name: expect.stringMatching(/./),
      observedOn: expect.stringMatching(/^20\d\d-/),
    });
  }
});
