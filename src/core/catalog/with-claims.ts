import type { Claim, Subject } from "../evidence/claim.ts";
import { groupBy } from "../group-by.ts";
import { closestNames } from "../identity/closest-names.ts";
import type { Outcome, Problem } from "../problems/problem.ts";
import type { Catalog } from "./catalog.ts";
import { sortedById } from "./catalog-from.ts";
import type { ProviderEntry, RouteEntry } from "./entries.ts";

/** Which model a name means at a provider; `null` when no rule leads to one. */
export type Identify = (name: string, provider?: string) => { readonly model: string | null };

/**
 * Lays further claims over a catalog; the catalog itself stays as it is. A claim about a route
 * nobody listed makes that route known, if it can be told which model it serves.
 */
export function withClaims(
  catalog: Catalog,
  claims: readonly Claim[],
  identify: Identify,
): Outcome<Catalog> {
  if (claims.length === 0) return { ok: true, value: catalog };
  const subjects = subjectsOf(catalog);
  const ground: Ground = { catalog, identify, routes: [], providers: [] };
  const laid: Claim[] = [];
  for (const [key, group] of groupBy(claims, ({ subject }) => subject.toLowerCase())) {
    const known = subjects.get(key);
    const subject = known ?? newSubject(group, ground);
    if (typeof subject !== "string") return { ok: false, problem: subject };
    laid.push(...group.map((claim) => ({ ...claim, subject })));
  }
  return { ok: true, value: overlaid(laid, ground) };
}

/** The catalog's own spelling of each subject, by its lower-case form. */
function subjectsOf({ models, routes }: Catalog): ReadonlyMap<string, Subject> {
  const spelled = new Map<string, Subject>();
  for (const { id } of models) spelled.set(`model:${id.toLowerCase()}`, `model:${id}`);
  for (const { id } of routes) spelled.set(`route:${id.toLowerCase()}`, `route:${id}`);
  return spelled;
}

interface Ground {
  readonly catalog: Catalog;
  readonly identify: Identify;
  /** Made known so far. */
  readonly routes: RouteEntry[];
  readonly providers: ProviderEntry[];
}

function newSubject(claims: readonly Claim[], ground: Ground): Subject | Problem {
  const [claim] = claims;
  if (claim === undefined) throw new Error("a group of claims is never empty");
  const id = claim.subject.slice("route:".length);
  if (claim.subject.startsWith("model:")) {
    return namedModel(claim.subject.slice("model:".length), ground) ?? unknownModel(claim, ground);
  }
  const [seller = "", ...rest] = id.split("/");
  const provider = providerNamed(seller, ground);
  const providerModelId = rest.join("/");
  const model = servedModel(claims, { provider, providerModelId }, ground);
  if (model === undefined) return unknownRoute(claim, ground);
  ground.routes.push({ id: `${provider}/${providerModelId}`, provider, providerModelId, model });
  return `route:${provider}/${providerModelId}`;
}

/** A provider nobody listed is taken for a host: its price is paid for ordinary traffic. */
function providerNamed(name: string, { catalog, providers }: Ground): string {
  const known = [...catalog.providers, ...providers].find(
    ({ id }) => id.toLowerCase() === name.toLowerCase(),
  );
  if (known !== undefined) return known.id;
  providers.push({ id: name, name, kind: "host", apiShapes: [] });
  return name;
}

function namedModel(name: string, { identify }: Ground): Subject | undefined {
  const { model } = identify(name);
  return model === null ? undefined : `model:${model}`;
}

/** As the claims state, else as the route's name reads. */
function servedModel(
  claims: readonly Claim[],
  { provider, providerModelId }: { readonly provider: string; readonly providerModelId: string },
  { identify }: Ground,
): string | undefined {
  const stated = claims.find(({ property }) => property === "route.base_model")?.value;
  const { model } =
    typeof stated === "string" ? identify(stated) : identify(providerModelId, provider);
  return model ?? undefined;
}

function unknownModel({ subject }: Claim, { catalog }: Ground): Problem {
  const asked = subject.slice("model:".length);
  const words = ({ id }: { readonly id: string }) => ({ id, words: id });
  return {
    code: "model-not-found",
    asked,
    closest: closestNames(catalog.models.map(words))(asked.toLowerCase(), 3),
  };
}

function unknownRoute({ subject, source }: Claim, { catalog }: Ground): Problem {
  const asked = subject.slice("route:".length);
  const words = ({ id }: { readonly id: string }) => ({ id, words: id.toLowerCase() });
  const closest = closestNames(catalog.routes.map(words))(asked.toLowerCase(), 3);
  const near = closest.length === 0 ? "" : ` (or one of ${closest.join(", ")})`;
  return {
    code: "file-invalid",
    file: `the facts from ${source.name}`,
    field: "subject",
    found: subject,
    expected:
      `a route whose model can be told${near}; say which model it serves with a further fact: ` +
      `{ subject: "${subject}", property: route.base_model, value: maker/model, … }`,
  };
}

function overlaid(claims: readonly Claim[], { catalog, routes, providers }: Ground): Catalog {
  const bySubject = groupBy(claims, ({ subject }) => subject);
  return {
    ...catalog,
    hash: `${catalog.hash}+${digestOf(claims)}`,
    providers: sortedById([...catalog.providers, ...providers]),
    routes: routes.length === 0 ? catalog.routes : sortedById([...catalog.routes, ...routes]),
    claimsAbout: (subject) => {
      const further = bySubject.get(subject);
      const own = catalog.claimsAbout(subject);
      return further === undefined ? own : [...further, ...own];
    },
    scoresOf: (modelId) => catalog.scoresOf(modelId),
    quarantinedAbout: (subject) => catalog.quarantinedAbout(subject),
  };
}

/** FNV-1a over what was laid over it, in a fixed order: enough to tell two catalogs apart. */
export function digestOf(facts: readonly unknown[]): string {
  const text = facts
    .map((fact) => JSON.stringify(fact))
    .sort()
    .join("\n");
  let hash = 0x811c9dc5;
  for (let i = 0; i < text.length; i++) {
    hash = Math.imul(hash ^ text.charCodeAt(i), 0x01000193) >>> 0;
  }
  return hash.toString(16).padStart(8, "0");
}
