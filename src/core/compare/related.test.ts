import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { catalogOf } from "../../../test/builders/catalog-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf, type GivenModel } from "../../../test/builders/dossier-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Property, PropertyValue } from "../catalog/property.ts";
import type { Claim, Subject } from "../evidence/claim.ts";
import { relatedOf } from "./related.ts";

const claim = (subject: Subject, property: Property, value: PropertyValue): Claim => ({
  subject,
  property,
  value,
  source: sourceOf(),
});

const priced = (route: string, input: string, output: string) => [
  claim(`route:${route}`, "price.input", input),
  claim(`route:${route}`, "price.output", output),
];

const model = (id: string, given: Partial<GivenModel> = {}) =>
  dossierOf({ id, routes: [{ id: `host/${id}` }], ...given });

const relatedTo = (others: readonly GivenModel[], claims: readonly Claim[]) => {
  const compared = [
    model("a/one", { entry: { family: "One" } }),
    model("b/two", { entry: { family: "Two" } }),
  ];
  const catalog = catalogOf(
    [...compared, ...others.map((each) => model(each.id, each))],
    [...priced("host/a/one", "1", "2"), ...priced("host/b/two", "9", "9"), ...claims],
  );
  const context = contextOf(
    compared.map((each) => candidateOf(each)),
    { catalog },
  );
  return relatedOf(context).map(({ models }) => models.join(" "));
};

describe("comparisons that lie near", () => {
  test("the same family, a newer model of the maker and a price nearby are named", () => {
    const found = relatedTo(
      [
        { id: "a/one-mini", entry: { family: "One" } },
        { id: "a/newer" },
        { id: "c/near" },
        { id: "c/far" },
      ],
      [
        claim("model:a/one", "model.release_date", "2025-01-01"),
        claim("model:a/newer", "model.release_date", "2026-01-01"),
        ...priced("host/c/near", "1.1", "2.2"),
        ...priced("host/c/far", "3", "6"),
      ],
    );

    expect([...found].sort()).toEqual(["a/one a/newer", "a/one a/one-mini", "a/one c/near"]);
  });

  test("a retired model is never named", () => {
    const retired = claim("model:a/one-old", "model.retires_on", "2026-01-01");

    expect(relatedTo([{ id: "a/one-old", entry: { family: "One" } }], [retired])).toEqual([]);
  });

  test("the compared models are never named, and never more than six others", () => {
    const siblings = Array.from({ length: 9 }, (_, index) => ({
      id: `a/one-${index}`,
      entry: { family: "One" },
    }));

    const found = relatedTo(siblings, []);

    expect(found).toHaveLength(6);
    expect(found).not.toContain("a/one b/two");
  });
});
