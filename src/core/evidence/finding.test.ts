import { describe, expect, test } from "vitest";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { catalogFrom } from "../catalog/catalog-from.ts";
import type { Claim } from "./claim.ts";
import { findingsAbout } from "./finding.ts";

const subject = "route:openai/gpt-4.1";
const maker = sourceOf({ name: "OpenAI", kind: "first-party" });
const router = sourceOf({ name: "OpenRouter", kind: "aggregator" });
const other = sourceOf({ name: "LiteLLM", kind: "aggregator" });
const price = (value: string, source = maker, rest: Partial<Claim> = {}): Claim => ({
  subject,
  property: "price.input",
  value,
  source,
  ...rest,
});

function findings(claims: readonly Claim[], heldBack: readonly Claim[] = []) {
  const quarantined = heldBack.map((claim) => ({ claim, rule: "too-high", because: "a slip" }));
  const none = { models: [], providers: [], routes: [], benchmarks: [], scores: [] };
  const compiledOn = "2026-11-10";
  const catalog = catalogFrom({ ...none, claims, quarantined, aliases: new Map(), compiledOn });
  return findingsAbout(subject, catalog, "2026-11-20");
}
const standings = (claims: readonly Claim[], heldBack: readonly Claim[] = []) =>
  findings(claims, heldBack)[0]?.claims.map((claim) => `${claim.value} ${claim.standing}`);

describe("what is found about a property", () => {
  test("a nearer source overrules a farther one", () => {
    expect(standings([price("3", router), price("2")])).toEqual(["2 holds", "3 overruled"]);
  });

  test("a value that has ended is not in force", () => {
    const ended = price("4", maker, { effectiveTo: "2026-11-01" });
    expect(standings([ended, price("2")])).toEqual(["2 holds", "4 not-in-force"]);
  });

  test("what cannot be true stands beside, with its rule", () => {
    const [finding] = findings([price("2")], [price("2000000", router)]);
    expect(finding?.claims.map((claim) => claim.heldBackBy?.rule)).toEqual([undefined, "too-high"]);
  });

  test("what was only held back leaves the value unknown", () => {
    const [finding] = findings([], [price("2000000", router)]);
    expect(finding).toMatchObject({ state: "unknown", value: null });
  });

  test("another condition is another finding, the plain one first", () => {
    const batch = price("1", maker, { conditions: { serviceTier: "batch" } });
    const found = findings([batch, price("2")]);
    expect(found.map((each) => each.value)).toEqual(["2", "1"]);
  });

  test("sources equally near that differ leave it disputed", () => {
    const [near, far] = [
      price("2", { ...other, lineage: "A" }),
      price("3", { ...other, lineage: "B" }),
    ];
    expect(standings([near, far])).toEqual(["2 disputed", "3 disputed"]);
  });
});
