import { describe, expect, test } from "vitest";
import type { Claim } from "./claim.ts";
import { sift } from "./quarantine.ts";
import type { Source } from "./source.ts";

const collector: Source = {
  name: "List A",
  ref: "https://a.example",
  kind: "aggregator",
  observedOn: "2026-11-01",
  confidence: "medium",
  lineage: "a",
};
const otherCollector: Source = { ...collector, name: "List B", lineage: "b" };
const seller: Source = { ...collector, name: "Acme", kind: "first-party", lineage: "Acme" };

function claim(property: Claim["property"], value: Claim["value"], source = collector): Claim {
  return { subject: "route:acme/brick-1", property, value, source };
}

const price = (input: string, output: string, source = collector) => [
  claim("price.input", input, source),
  claim("price.output", output, source),
];

const rulesOf = (claims: readonly Claim[]) => sift(claims).heldBack.map(({ rule }) => rule);

describe("what a collector says is held back when it cannot be so", () => {
  test.each`
    input     | output   | rules                                                         | because
    ${"150"}  | ${"600"} | ${[]}                                                         | ${"the dearest real chat price stands"}
    ${"3200"} | ${"9"}   | ${["price-beyond-reason", "output-cheaper-than-input"]}       | ${"nobody sells chat at thousands of dollars"}
    ${"0"}    | ${"0"}   | ${["price-zero", "price-zero"]}                               | ${"0 for both means that no price is stated"}
    ${"0"}    | ${"5"}   | ${[]}                                                         | ${"0 for one side alone may be meant"}
    ${"5"}    | ${"4.9"} | ${["output-cheaper-than-input", "output-cheaper-than-input"]} | ${"output is hardly ever cheaper than input"}
    ${"5"}    | ${"5"}   | ${[]}                                                         | ${"one price for both is common"}
  `("$because: $input in, $output out", ({ input, output, rules }) => {
    expect(rulesOf(price(input, output))).toEqual(rules);
  });

  test("two collectors a power of ten apart are both held back", () => {
    const claims = [claim("price.input", "0.3"), claim("price.input", "30.1", otherCollector)];
    expect(rulesOf(claims)).toEqual(["price-off-by-power-of-ten", "price-off-by-power-of-ten"]);
  });

  test("against the seller's own word only the collector is held back", () => {
    const { kept, heldBack } = sift([
      claim("price.input", "3"),
      claim("price.input", "0.3", seller),
    ]);
    expect(kept.map(({ value }) => value)).toEqual(["0.3"]);
    expect(heldBack[0]?.because).toBe("Acme says 0.3: 3 is a power of ten away");
  });

  test("a threefold difference is a quarrel to show, not an error", () => {
    expect(rulesOf([...price("1", "2"), ...price("3", "6", otherCollector)])).toEqual([]);
  });

  test("an output limit above the context window is held back", () => {
    const claims = [claim("limit.context", 1000), claim("limit.output", 2000)];
    expect(rulesOf(claims)).toEqual(["output-limit-above-context"]);
  });

  test("an output limit equal to the context window is let through", () => {
    expect(rulesOf([claim("limit.context", 1000), claim("limit.output", 1000)])).toEqual([]);
  });

  test("the seller's own price stands, however odd", () => {
    expect(rulesOf(price("0", "0", seller))).toEqual([]);
  });
});
