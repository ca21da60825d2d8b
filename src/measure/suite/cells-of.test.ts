import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { endpointOf, promptOf } from "../../../test/builders/suite-of.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import { canonicalJson } from "../canonical-json.ts";
import { type CellsAsked, cellsOf } from "./cells-of.ts";

const listed = (asked: CellsAsked) => [...cellsOf(asked)];

const prompts = Array.from({ length: 40 }, (_, index) => promptOf(`p${index}`));
const endpoints = [endpointOf("mini"), endpointOf("big")];
const asked = { prompts, endpoints, repetitions: 3, seed: 7 };
const keyOf = (prompt: Prompt, endpoint: Endpoint) =>
  listed({ prompts: [prompt], endpoints: [endpoint], repetitions: 1, seed: 1 })[0]?.key;

describe("cells", () => {
  test("are every prompt at every endpoint as often as asked, each under a key of its own", () => {
    const cells = listed(asked);
    expect(cells).toHaveLength(40 * 2 * 3);
    expect(new Set(cells.map(({ key }) => key)).size).toBe(240);
    expect(cells[0]?.key).toMatch(/^[0-9a-f]{64}$/);
  });

  test("go to all endpoints before the next prompt, and to every prompt before any again", () => {
    const cells = listed(asked);
    for (let index = 0; index < cells.length; index += 2) {
      const pair = cells.slice(index, index + 2);
      expect(new Set(pair.map(({ prompt }) => prompt)).size).toBe(1);
      expect(pair.map(({ endpoint }) => endpoint).sort()).toEqual(["big", "mini"]);
    }
    expect(cells.map(({ repetition }) => repetition)).toEqual([
      ...Array<number>(80).fill(1),
      ...Array<number>(80).fill(2),
      ...Array<number>(80).fill(3),
    ]);
  });

  test("are in an order that the seed draws, the same each time, and not always one endpoint first", () => {
    const first = listed(asked);
    expect(listed(asked)).toEqual(first);
    const other = listed({ ...asked, seed: 8 });
    expect(other).not.toEqual(first);
    expect(other.map(({ key }) => key).sort()).toEqual(first.map(({ key }) => key).sort());
    const leading = first.filter(({ endpoint }, index) => index % 2 === 0 && endpoint === "mini");
    expect(leading.length).toBeGreaterThan(30);
    expect(leading.length).toBeLessThan(90);
  });

  test("keep their order when a prompt is added", () => {
    const before = listed(asked);
    const after = listed({ ...asked, prompts: [promptOf("new"), ...prompts] });
    expect(after.filter(({ prompt }) => prompt !== "new")).toEqual(before);
  });

  test("are told apart where two prompts, or two endpoints, are the same under two names", () => {
    const cells = listed({
      prompts: [promptOf("a", "x"), promptOf("b", "x")],
      endpoints: [endpointOf("mini"), endpointOf("again", { model: "mini" })],
      repetitions: 1,
      seed: 1,
    });
    expect(new Set(cells.map(({ key }) => key)).size).toBe(4);
  });
});

describe("the key of a cell", () => {
  const one = promptOf("a", "x");
  const at = endpointOf("mini");

  test.each`
    prompt                       | endpoint                                            | because
    ${promptOf("b", "x")}        | ${at}                                               | ${"another name of the prompt"}
    ${{ ...one, expected: "y" }} | ${at}                                               | ${"another expectation"}
    ${one}                       | ${{ ...at, id: "other" }}                           | ${"another name of the endpoint"}
    ${one}                       | ${{ ...at, keyVariable: "KEY" }}                    | ${"the key of who asks"}
    ${one}                       | ${{ ...at, limits: { ...at.limits, attempts: 5 } }} | ${"other limits"}
  `("stays with $because", ({ prompt, endpoint }) => {
    expect(keyOf(prompt, endpoint)).toBe(keyOf(one, at));
  });

  test.each`
    prompt                                                | endpoint                                       | because
    ${promptOf("a", "y")}                                 | ${at}                                          | ${"another text"}
    ${{ ...one, tools: [{ name: "f", parameters: {} }] }} | ${at}                                          | ${"a tool"}
    ${one}                                                | ${{ ...at, model: "big" }}                     | ${"another model"}
    ${one}                                                | ${{ ...at, parameters: { temperature: 1 } }}   | ${"another parameter"}
    ${one}                                                | ${{ ...at, baseUrl: "https://other.example" }} | ${"another address"}
    ${one}                                                | ${{ ...at, isStreamed: false }}                | ${"another way of answering"}
    ${one}                                                | ${{ ...at, headers: { "x-tier": "flex" } }}    | ${"another header"}
  `("changes with $because", ({ prompt, endpoint }) => {
    expect(keyOf(prompt, endpoint)).not.toBe(keyOf(one, at));
  });

  test("does not depend on the order of fields", () => {
    fc.assert(
      fc.property(fc.dictionary(fc.string(), fc.jsonValue()), (parameters) => {
        const turned = Object.fromEntries(Object.entries(parameters).reverse());
        expect(keyOf(one, { ...at, parameters: turned })).toBe(keyOf(one, { ...at, parameters }));
      }),
    );
  });

  test("rests on a text that reads back as what it was made of", () => {
    fc.assert(
      fc.property(fc.jsonValue(), (value) => {
        const text = canonicalJson(value);
        expect(JSON.parse(text)).toEqual(JSON.parse(JSON.stringify(value)));
        expect(canonicalJson(JSON.parse(text))).toBe(text);
      }),
    );
    expect(canonicalJson(JSON.parse('{"b":1,"__proto__":2}'))).toBe('{"__proto__":2,"b":1}');
  });
});
