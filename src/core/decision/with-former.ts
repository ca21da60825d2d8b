import type { Catalog } from "../catalog/catalog.ts";
import type { RouteEntry } from "../catalog/entries.ts";
import type { Change, Side } from "../changes/change.ts";
import type { Claim } from "../evidence/claim.ts";
import { isInForce } from "../evidence/resolve.ts";

/** The catalog as if one thing had not changed: that alone is as it was on the earlier day. */
export function withFormer(catalog: Catalog, earlier: Side, change: Change): Catalog {
  const { subject, kind, model, property } = change;
  const former = asOfDay(earlier);
  switch (kind) {
    case "score":
      return {
        ...catalog,
        benchmarks: withFormerTests(catalog, former),
        scoresOf: (id) => (id === model ? former.scoresOf(id) : catalog.scoresOf(id)),
      };
    case "route":
      return { ...catalog, ...formerRoutes(catalog, former, subject.slice("route:".length)) };
    case "lifecycle":
      return withClaimsOf(catalog, former, subject, ({ property: of }) => lifecycle.has(of));
    case "price":
      return withClaimsOf(catalog, former, subject, ({ property: of }) => of.startsWith("price."));
    case "limit":
    case "capability":
    case "terms":
    case "model":
      return withClaimsOf(catalog, former, subject, ({ property: of }) => of === property);
  }
}

/** A suite of the team's own goes with its last run, and comes back with its scores. */
function withFormerTests(catalog: Catalog, former: Catalog): Catalog["benchmarks"] {
  const known = new Set(catalog.benchmarks.map(({ id }) => id));
  const lost = former.benchmarks.filter(({ id }) => !known.has(id));
  return lost.length === 0 ? catalog.benchmarks : [...catalog.benchmarks, ...lost];
}

/** What had not come into force by then is left out, and what was to end goes on. */
function asOfDay({ catalog, day }: Side): Catalog {
  return {
    ...catalog,
    claimsAbout: (subject) =>
      catalog
        .claimsAbout(subject)
        .filter((claim) => isInForce(claim, day))
        .map(({ effectiveTo: _, ...claim }) => claim),
  };
}

const lifecycle: ReadonlySet<string> = new Set([
  "model.status",
  "model.deprecated_on",
  "model.retires_on",
  "model.successor",
  "route.status",
  "route.retires_on",
]);

function withClaimsOf(
  catalog: Catalog,
  former: Catalog,
  subject: Change["subject"],
  isMeant: (claim: Claim) => boolean,
): Catalog {
  return {
    ...catalog,
    claimsAbout: (asked) =>
      asked === subject
        ? [
            ...catalog.claimsAbout(asked).filter((claim) => !isMeant(claim)),
            ...former.claimsAbout(asked).filter(isMeant),
          ]
        : catalog.claimsAbout(asked),
  };
}

/** A route that came is taken away; one that went is there again, with all that was said of it. */
function formerRoutes(
  catalog: Catalog,
  former: Catalog,
  id: string,
): Pick<Catalog, "routes" | "providers" | "claimsAbout"> {
  const others = catalog.routes.filter((route) => route.id !== id);
  const before = former.routes.filter((route) => route.id === id);
  const isListed = (provider: string) => catalog.providers.some((each) => each.id === provider);
  const lost = former.providers.filter(
    ({ id: provider }) =>
      !isListed(provider) && before.some((route) => route.provider === provider),
  );
  const byId = (a: RouteEntry, b: RouteEntry) => (a.id < b.id ? -1 : a.id > b.id ? 1 : 0);
  return {
    routes: [...others, ...before].sort(byId),
    providers: [...catalog.providers, ...lost],
    claimsAbout: (asked) =>
      asked === `route:${id}` ? former.claimsAbout(asked) : catalog.claimsAbout(asked),
  };
}
