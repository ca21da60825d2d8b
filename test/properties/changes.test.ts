import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { comparableKey } from "../../src/core/catalog/conditions-key.ts";
import type { Change } from "../../src/core/changes/change.ts";
import { changesBetween } from "../../src/core/changes/changes-between.ts";
import { catalog, without } from "./whole-catalog.ts";

const days = ["2025-01-01", "2026-03-01", "2026-06-01", "2026-08-17", "2026-08-22", "2026-11-20"];
const someDay = fc.constantFrom(...days);
const options = { numRuns: 5, seed: 20261120 };

/** The whole catalog as if one of its sources had never spoken. */
function catalogWithout(name: string): Catalog {
  const subjects = catalog.routes.slice(0, 800).map(({ id }) => `route:${id}` as const);
  const source = subjects
    .flatMap((subject) => catalog.claimsAbout(subject))
    .find((claim) => claim.source.name === name)?.source;
  return source === undefined ? catalog : without({ ...source, id: "s1" });
}

const names = ["nobody", "OpenRouter", "models.dev", "genai-prices 0.1.8"] as const;
const catalogs = new Map(names.map((name) => [name, catalogWithout(name)]));
const someSide = fc.record({ silent: fc.constantFrom(...names), day: someDay });

function sideOf({
  silent,
  day,
}: {
  readonly silent: (typeof names)[number];
  readonly day: string;
}) {
  return { catalog: catalogs.get(silent) ?? catalog, day };
}

describe("changes of the whole catalog", { timeout: 60_000 }, () => {
  test("there are none between a side and itself", () => {
    fc.assert(
      fc.property(someSide, (given) => {
        const side = sideOf(given);
        const again = { catalog: { ...side.catalog }, day: side.day };
        expect(changesBetween(side, again)).toEqual([]);
        expect(changesBetween(side, side)).toEqual([]);
      }),
      options,
    );
  });

  test("the way back mirrors the way there", () => {
    fc.assert(
      fc.property(someSide, someSide, (a, b) => {
        const [from, to] = [sideOf(a), sideOf(b)];
        const there = changesBetween(from, to).map((change) => keyOf(change, "before", "after"));
        const back = changesBetween(to, from).map((change) => keyOf(change, "after", "before"));
        expect(back.sort()).toEqual(there.sort());
      }),
      options,
    );
  });

  test("skipping what no stated day touches loses nothing", () => {
    fc.assert(
      fc.property(someDay, someDay, (from, to) => {
        const quick = changesBetween({ catalog, day: from }, { catalog, day: to });
        const slow = changesBetween({ catalog, day: from }, { catalog: { ...catalog }, day: to });
        expect(quick.map(({ text }) => text)).toEqual(slow.map(({ text }) => text));
      }),
      options,
    );
  });
});

function keyOf(change: Change, first: "before" | "after", second: "before" | "after"): string {
  const { kind, subject, property, conditions } = change;
  const values = [change[first], change[second]].map((fact) =>
    fact.state === "known" ? fact.value : fact.state,
  );
  return JSON.stringify([kind, subject, property, caseOf(conditions), ...values]);
}

/** One case, however either side spells its bounds. */
function caseOf(conditions: Change["conditions"] = {}): string {
  if ("reporter" in conditions) return JSON.stringify(conditions);
  const { maxPromptTokensInclusive: _, ...rest } = conditions;
  return comparableKey(rest);
}
