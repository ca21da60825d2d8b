import type { Catalog } from "../catalog/catalog.ts";
import type { ProviderEntry, RouteEntry, Term } from "../catalog/entries.ts";
import type { Claim, Subject } from "./claim.ts";

/**
 * Everything claimed about a subject: for a route also the terms of its provider, where nobody
 * speaks of the route itself.
 */
export function claimsAbout(subject: Subject, catalog: Catalog): readonly Claim[] {
  const own = catalog.claimsAbout(subject);
  if (!subject.startsWith("route:")) return own;
  const [seller = "", ...rest] = subject.slice("route:".length).split("/");
  const provider = catalog.providers.find(({ id }) => id === seller);
  return provider === undefined
    ? own
    : withTerms(
        own,
        { id: `${seller}/${rest.join("/")}`, providerModelId: rest.join("/") },
        provider,
      );
}

/** The claims about a route and, for what none of them speaks of, its provider's terms. */
export function withTerms(
  own: readonly Claim[],
  route: Pick<RouteEntry, "id" | "providerModelId">,
  { terms = [] }: ProviderEntry,
): readonly Claim[] {
  if (terms.length === 0) return own;
  const spokenOf = new Set(own.map(({ property }) => property));
  const subject = `route:${route.id}` as const;
  const further = terms.flatMap(({ except = [], ...term }) =>
    spokenOf.has(term.property) || except.some((name) => isNamed(route.providerModelId, name))
      ? []
      : [{ ...term, subject }],
  );
  return [...own, ...further];
}

function isNamed(id: string, name: NonNullable<Term["except"]>[number]): boolean {
  return name.endsWith("*") ? id.startsWith(name.slice(0, -1)) : id === name;
}
