import { describe, expect, test } from "vitest";
import { z } from "zod";
import { fieldsOf } from "../../src/faces/api/fields-of.ts";

const Input = z.strictObject({
  word: z.string(),
  count: z.int().nullish(),
  isOn: z.boolean(),
  words: z.array(z.string()),
  counts: z.array(z.int()),
  either: z.union([z.string(), z.array(z.string())]),
  amount: z.union([z.number(), z.string()]),
  deep: z.union([z.string(), z.looseObject({ inner: z.int(), list: z.array(z.string()) })]),
  byName: z.union([z.number(), z.record(z.string(), z.number())]),
});

const schema = z.toJSONSchema(Input);

function read(address: string) {
  const values = new Map<string, string[]>();
  for (const [name, value] of new URLSearchParams(address)) {
    values.set(name, [...(values.get(name) ?? []), value]);
  }
  return fieldsOf(schema, values);
}

describe("an address is read by the schema of the input", () => {
  test.each`
    address                         | fields                                      | because
    ${"word=7"}                     | ${{ word: "7" }}                            | ${"a word may look like a number"}
    ${"word=a,b"}                   | ${{ word: "a,b" }}                          | ${"a comma is part of a word"}
    ${"count=7"}                    | ${{ count: 7 }}                             | ${"a number is asked for"}
    ${"count=seven"}                | ${{ count: "seven" }}                       | ${"the operation says what is wrong"}
    ${"count="}                     | ${{ count: "" }}                            | ${"nothing is not zero"}
    ${"isOn"}                       | ${{ isOn: true }}                           | ${"a flag that is named is set"}
    ${"isOn=false"}                 | ${{ isOn: false }}                          | ${"or not set"}
    ${"words=a"}                    | ${{ words: ["a"] }}                         | ${"one is a list too"}
    ${"words=a,%20b"}               | ${{ words: ["a", "b"] }}                    | ${"commas stand between several"}
    ${"words=a,b&words=c"}          | ${{ words: ["a,b", "c"] }}                  | ${"repeated names need no commas"}
    ${'words=["a,b"]'}              | ${{ words: ["a,b"] }}                       | ${"a list may be JSON"}
    ${"counts=1,2"}                 | ${{ counts: [1, 2] }}                       | ${"a list of numbers"}
    ${"either=a,b"}                 | ${{ either: "a,b" }}                        | ${"text may stand there"}
    ${"either=a&either=b"}          | ${{ either: ["a", "b"] }}                   | ${"or several"}
    ${"amount=0.10"}                | ${{ amount: "0.10" }}                       | ${"every digit of an amount counts"}
    ${"deep=in=1,out=2"}            | ${{ deep: "in=1,out=2" }}                   | ${"the short form is text"}
    ${'deep={"inner":1}'}           | ${{ deep: { inner: 1 } }}                   | ${"an object may be JSON"}
    ${"deep.inner=1&deep.list=a,b"} | ${{ deep: { inner: 1, list: ["a", "b"] } }} | ${"or field by field"}
    ${"deep.other=1"}               | ${{ deep: { other: "1" } }}                 | ${"the operation knows its own fields"}
    ${"byName=0.9"}                 | ${{ byName: 0.9 }}                          | ${"one for all"}
    ${"byName.openai/gpt-4.1=0.9"}  | ${{ byName: { "openai/gpt-4.1": 0.9 } }}    | ${"a name may hold dots"}
  `("$address: $because", ({ address, fields }) => {
    expect(read(address)).toEqual({ ok: true, value: fields });
  });

  test.each`
    address                  | because
    ${"wrods=a"}             | ${"a name is misspelt"}
    ${"word=a&word=b"}       | ${"one is asked for"}
    ${"word.inner=a"}        | ${"a word has no fields"}
    ${"deep=a&deep.inner=1"} | ${"it is stated twice"}
    ${"toString=a"}          | ${"what every object has is no field"}
    ${".a=1"}                | ${"nothing is no name"}
  `("$address is refused: $because", ({ address }) => {
    expect(read(address)).toMatchObject({ ok: false });
  });
});
