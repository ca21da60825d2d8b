import { describe, expect, test } from "vitest";
import { benchmarkOf } from "../../../test/builders/benchmark-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { type CatalogContent, catalogFrom } from "../catalog/catalog-from.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { comparerOf } from "../compare/compare.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import type { Claim, Subject } from "../evidence/claim.ts";
import { checkDecision, decidedVerdict } from "./check-decision.ts";
import { evidenceOf } from "./evidence-of.ts";

const source = sourceOf({ name: "Maker", observedOn: "2026-11-01" });
const claim = (
  subject: Subject,
  property: Property,
  value: PropertyValue,
  rest: Partial<Claim> = {},
): Claim => ({ subject, property, value, source, ...rest });

const large = "route:acme/large";
const small = "route:bee/small";
const prices = (subject: Subject, input: string, output: string) => [
  claim(subject, "price.input", input),
  claim(subject, "price.output", output),
];

/** Two models that nobody scored on a shared test differ in cost alone; these two share one. */
function content(claims: readonly Claim[], scoreOfLarge = 80): CatalogContent {
  const entry = { isAuthored: true, makerName: "Maker" };
  const score = { benchmark: "mmlu-pro", reporter: "Maker", source };
  return {
    compiledOn: "2026-11-20",
    models: [
      { id: "acme/large", name: "Large", maker: "acme", ...entry },
      { id: "bee/small", name: "Small", maker: "bee", ...entry },
    ],
    providers: [
      { id: "acme", name: "Acme", kind: "first-party", apiShapes: [] },
      { id: "bee", name: "Bee", kind: "first-party", apiShapes: [] },
    ],
    routes: [
      { id: "acme/large", provider: "acme", providerModelId: "large", model: "acme/large" },
      { id: "bee/small", provider: "bee", providerModelId: "small", model: "bee/small" },
    ],
    benchmarks: [benchmarkOf({ source })],
    claims,
    scores: [
      { model: "acme/large", score: scoreOfLarge, ...score },
      { model: "bee/small", score: 80, ...score },
    ],
    aliases: new Map(),
  };
}

const before = [...prices(large, "2", "8"), ...prices(small, "1", "4")];
const terms = {
  asOf: "2026-11-20",
  askedOn: "2026-11-20",
  traffic: defaultTraffic,
  constraints: [],
};
const models = ["acme/large", "bee/small"];

/** The decision of the day, held against what is claimed later. */
function check(later: CatalogContent, asOf = "2026-12-01", earlier = content(before)) {
  const catalog = catalogFrom(earlier);
  const verdict = decidedVerdict(comparerOf(catalog, terms)(models));
  const former = catalogFrom(evidenceOf(catalog, models));
  const now = { ...terms, asOf, askedOn: asOf };
  const record = { models, decidedOn: "2026-11-20", verdict };
  return checkDecision(record, { former, catalog: catalogFrom(later), terms: now });
}

describe("a decision held against a later day", () => {
  test("stands while nothing changed, and is the cheaper of two equals", () => {
    const { stands, now, causes, changes } = check(content(before));
    expect({ stands, choice: now.choice, causes, changes }).toEqual({
      stands: true,
      choice: "bee/small",
      causes: [],
      changes: [],
    });
  });

  test("stands when a price moves and the answer does not, and names the change", () => {
    const { stands, causes, changes } = check(
      content([...prices(large, "2", "8"), ...prices(small, "1", "5")]),
    );
    expect({ stands, causes }).toEqual({ stands: true, causes: [] });
    expect(changes.map(({ subject, property }) => [subject, property])).toEqual([
      [small, "price.output"],
    ]);
  });

  test("falls when a price turns the order, and that price is the cause", () => {
    const { stands, now, causes } = check(
      content([...prices(large, "2", "8"), ...prices(small, "1", "40")]),
    );
    expect({ stands, choice: now.choice }).toEqual({ stands: false, choice: "acme/large" });
    expect(causes).toMatchObject([
      { kind: "change", changes: [{ subject: small, property: "price.output" }] },
    ]);
  });

  test("falls when a score settles what none did, and that score is the cause", () => {
    const { stands, causes } = check(content(before, 95));
    expect(stands).toBe(false);
    expect(causes).toMatchObject([
      { kind: "change", changes: [{ kind: "score", model: "acme/large" }] },
    ]);
  });

  test("falls when its model ends, and the retirement is the cause", () => {
    const ends = claim("model:bee/small", "model.retires_on", "2026-11-25");
    const { stands, now, causes } = check(content([...before, ends]));
    expect({ stands, choice: now.choice }).toEqual({ stands: false, choice: "acme/large" });
    expect(causes).toMatchObject([
      { kind: "change", changes: [{ kind: "lifecycle", model: "bee/small" }] },
    ]);
  });

  test("falls with time alone when what was announced comes", () => {
    const announced = [...before, claim("model:bee/small", "model.retires_on", "2026-11-25")];
    const { stands, causes } = check(content(announced), "2026-12-01", content(announced));
    expect({ stands, causes: causes.map(({ kind }) => kind) }).toEqual({
      stands: false,
      causes: ["time"],
    });
  });

  test("names several changes together when none does it alone", () => {
    const later = content([...prices(large, "0.4", "1"), ...prices(small, "1", "4")]);
    const { causes } = check(later);
    expect(causes).toMatchObject([
      { kind: "change", changes: [{ subject: large }, { subject: large }] },
    ]);
    const both = content([...prices(large, "0.4", "1.6"), ...prices(small, "2", "8")]);
    const { stands, causes: two } = check(both);
    expect(stands).toBe(false);
    expect(two.map(({ kind }) => kind)).toEqual(["together"]);
  });
});
