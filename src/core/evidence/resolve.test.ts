import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { Claim } from "./claim.ts";
import { resolve } from "./resolve.ts";
import type { Source } from "./source.ts";

const claim = (value: number, source: Partial<Source>, rest: Partial<Claim> = {}): Claim => ({
  subject: "model:acme/large",
  property: "limit.context",
  value,
  source: sourceOf(source),
  ...rest,
});

const collector = (name: string, day: string): Partial<Source> => ({
  name,
  kind: "aggregator",
  lineage: name,
  observedOn: day,
  confidence: "medium",
});

const settle = (claims: readonly Claim[]) => resolve(claims, "limit.context", "2026-11-20");

describe("claims become a fact", () => {
  test.each([
    {
      because: "the nearer source wins, though the farther is newer",
      claims: [
        claim(128_000, { name: "Acme", observedOn: "2026-07-01" }),
        claim(131_072, collector("models.dev", "2026-11-10")),
      ],
      value: 128_000,
    },
    {
      because: "the team's own facts win over the maker",
      claims: [
        claim(128_000, { name: "Acme" }),
        claim(64_000, { name: "contract", kind: "own-facts", observedOn: "2026-01-01" }),
      ],
      value: 64_000,
    },
    {
      because: "among equally near sources the newest day wins",
      claims: [
        claim(128_000, { name: "Acme", observedOn: "2026-01-01" }),
        claim(200_000, { name: "Acme blog", observedOn: "2026-09-01" }),
      ],
      value: 200_000,
    },
    {
      because: "on one day the majority of lineages wins",
      claims: [
        claim(1, { name: "a", lineage: "a", observedOn: "2026-09-01" }),
        claim(2, { name: "b", lineage: "b", observedOn: "2026-09-01" }),
        claim(2, { name: "c", lineage: "c", observedOn: "2026-09-01" }),
      ],
      value: 2,
    },
    {
      because: "a doubtful word of the maker loses to a sure one",
      claims: [
        claim(1, { name: "round figures", confidence: "low", observedOn: "2026-10-01" }),
        claim(2, { name: "page", observedOn: "2026-09-01" }),
      ],
      value: 2,
    },
  ])("$because", ({ claims, value }) => {
    expect(settle(claims).fact).toMatchObject({ state: "known", value });
  });

  test("copies of one catalog are one voice, so a tie with them stays disputed", () => {
    const day = "2026-09-01";
    const fact = settle([
      claim(1, { name: "a", lineage: "a", observedOn: day }),
      claim(2, { name: "b", lineage: "b", observedOn: day }),
      claim(2, { name: "copy of b", lineage: "b", observedOn: day }),
    ]).fact;
    expect(fact.state).toBe("disputed");
  });

  test("values that lost are kept with their sources", () => {
    const { fact } = settle([
      claim(128_000, { name: "Acme" }),
      claim(131_072, collector("models.dev", "2026-11-10")),
    ]);
    expect(fact).toMatchObject({
      overruled: [{ value: 131_072, sources: [{ name: "models.dev" }] }],
    });
  });

  test("no claim is unknown, with the reason", () => {
    expect(settle([]).fact).toEqual({ state: "unknown", because: "no source states it" });
  });

  test.each([
    { asOf: "2026-07-29", value: 1, because: "before the cut the old value is in force" },
    { asOf: "2026-07-30", value: 2, because: "the new value holds from its first day on" },
  ])("$because", ({ asOf, value }) => {
    const claims = [
      claim(1, {}, { effectiveTo: "2026-07-30" }),
      claim(2, {}, { effectiveFrom: "2026-07-30" }),
    ];
    expect(resolve(claims, "limit.context", asOf).fact).toMatchObject({ value });
  });

  test("the order of the claims does not matter", () => {
    const claims = [
      claim(1, { name: "a", lineage: "a", observedOn: "2026-09-01" }),
      claim(2, collector("models.dev", "2026-11-10")),
      claim(3, collector("LiteLLM", "2026-11-12")),
    ];
    expect(settle([...claims].reverse())).toEqual(settle(claims));
  });
});
