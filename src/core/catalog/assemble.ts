import type { Claim } from "../evidence/claim.ts";
import { sift } from "../evidence/quarantine.ts";
import type { Source } from "../evidence/source.ts";
import { groupBy } from "../group-by.ts";
import type { IdentityAttributes } from "../identity/identity-attributes.ts";
import { aliasesOf } from "./alias-table.ts";
import type { QuarantinedClaim } from "./catalog.ts";
import type { CatalogContent } from "./catalog-from.ts";
import { displayName, makerNameOf, nameFromSlug } from "./display-name.ts";
import type { Benchmark, ModelEntry, ProviderEntry, RouteEntry, Score } from "./entries.ts";
import { type Joined, joinModels } from "./join-model.ts";
import type { LeftOut, ListedRoute, Listing } from "./listing.ts";
import { modelClaimsOf, type Served, standingRows, whyDropped } from "./standing-rows.ts";

/** What people keep by hand. */
export interface AuthoredFacts {
  readonly makers: readonly { readonly id: string; readonly name: string }[];
  readonly models: readonly (ModelEntry & { readonly aliases: readonly string[] })[];
  readonly providers: readonly ProviderEntry[];
  readonly routes: readonly RouteEntry[];
  readonly benchmarks: readonly Benchmark[];
  readonly claims: readonly Claim[];
  readonly scores: readonly Score[];
}

export interface AssembleInput extends AuthoredFacts {
  /** Best names first: a model takes its display name from the first listing that has one. */
  readonly listings: readonly Listing[];
}

export interface Assembled {
  readonly content: CatalogContent;
  readonly leftOut: readonly LeftOut[];
}

/** Joins what is written by hand with what collectors list, and sifts out what cannot be true. */
export function assemble(input: AssembleInput): Assembled {
  const spelling = new Map(input.routes.map(({ id }) => [id.toLowerCase(), id]));
  const authoredRoutes = input.routes.filter(({ id }) => spelling.get(id.toLowerCase()) === id);
  const listed = inOneSpelling(input.listings, spelling);
  const authoredModel = new Map(authoredRoutes.map(({ id, model }) => [id, model]));
  const joined = joinModels(
    listed,
    { models: input.models, aliases: aliasesOf(input.models, []) },
    input.providers,
  );
  const routes = new Map(authoredRoutes.map((route) => [route.id, route]));
  const leftOut = input.listings.flatMap((listing) => listing.leftOut);
  const joinable: Served[] = [];
  for (const route of listed) {
    const answer = joined.get(route.id) ?? unjoined;
    const model = authoredModel.get(route.id) ?? answer.model;
    if (model === undefined) {
      if (answer.model === undefined) leftOut.push({ ref: route.id, because: answer.because });
      continue;
    }
    const attributes = "attributes" in answer ? answer.attributes : {};
    joinable.push({ route, model, attributes });
  }
  const kept = standingRows(joinable, input);
  for (const { route, model } of kept) {
    const { id, provider, providerModelId } = route;
    routes.set(id, { id, provider, providerModelId, model });
  }
  for (const { route } of joinable.filter((each) => !kept.includes(each))) {
    leftOut.push({ ref: route.id, because: whyDropped[route.standing ?? "former"] });
  }
  const models = [...input.models, ...modelsSeen(kept, input)];
  const { claims, quarantined } = siftAll([
    ...input.claims.map((claim) => spelledClaim(claim, spelling)),
    ...kept.flatMap(claimsOf),
    ...modelClaimsOf(kept, input),
  ]);
  const doubted = joinable
    .filter((each) => each.route.standing === "hearsay" || kept.includes(each))
    .flatMap(({ route }) => route.heldBack);
  const entries = models.map(entryOf);
  const terms = input.providers.flatMap((provider) => provider.terms ?? []);
  const compiledOn = [...claims, ...input.scores, ...input.benchmarks, ...terms]
    .map(({ source }) => source.observedOn)
    .reduce((newest, day) => (day > newest ? day : newest), "");
  const content: CatalogContent = {
    models: entries,
    providers: input.providers,
    routes: [...routes.values()],
    benchmarks: input.benchmarks,
    claims,
    scores: input.scores,
    quarantined: [...quarantined, ...doubted],
    aliases: aliasesOf(
      models,
      kept.filter(({ attributes }) => attributes.alias === undefined),
    ),
    compiledOn,
  };
  return { content, leftOut };
}

const unjoined: Joined = { model: undefined, because: "it was not read" };

/** Sellers ignore letter case and collectors change it: one spelling stands for one route. */
function inOneSpelling(
  listings: readonly Listing[],
  spelling: Map<string, string>,
): readonly ListedRoute[] {
  return listings
    .flatMap((listing) => listing.routes)
    .map((route) => {
      const key = route.id.toLowerCase();
      const id = spelling.get(key) ?? route.id;
      spelling.set(key, id);
      return id === route.id ? route : respelled(route, id);
    });
}

function spelledClaim(claim: Claim, spelling: ReadonlyMap<string, string>): Claim {
  const id = claim.subject.replace(/^route:/, "");
  const spelled = id === claim.subject ? undefined : spelling.get(id.toLowerCase());
  return spelled === undefined ? claim : { ...claim, subject: `route:${spelled}` };
}

function respelled(route: ListedRoute, id: string): ListedRoute {
  const subject = `route:${id}` as const;
  return {
    ...route,
    id,
    providerModelId: id.slice(route.provider.length + 1),
    claims: route.claims.map((claim) => ({ ...claim, subject })),
    heldBack: route.heldBack.map((each) => ({ ...each, claim: { ...each.claim, subject } })),
  };
}

/** What the listing claims, and what the route's own name says of region and precision. */
function claimsOf({ route, model, attributes }: Served): readonly Claim[] {
  const source: Source | undefined = route.source ?? route.claims[0]?.source;
  if (source === undefined) return [];
  const subject = `route:${route.id}` as const;
  const said = [
    ["route.region", attributes.region],
    ["route.base_model", attributes.alias === undefined ? undefined : model],
    ["route.quantisation", attributes.quantisation],
    ["route.service", serviceOf(route, attributes)],
    ["route.status", /[:-]free$/.test(route.providerModelId) ? "free" : undefined],
  ] as const;
  const named = said.flatMap(([property, value]): readonly Claim[] =>
    value === undefined
      ? []
      : [{ subject, property, value, source, note: "from the name of the route" }],
  );
  return [...route.claims, ...named];
}

const soldApart = new Map([
  ["fast", "fast"],
  ["highspeed", "fast"],
  ["ultraspeed", "fast"],
  ["ultrafast", "fast"],
  ["spot", "spot"],
]);

/** Faster or interruptible service under a name of its own; Cloudflare calls its only one fast. */
function serviceOf({ providerModelId }: ListedRoute, { speed = "" }: IdentityAttributes) {
  return providerModelId.endsWith("-fp8-fast") ? undefined : soldApart.get(speed);
}

/** Models that no file describes, as the routes name them. */
function modelsSeen(kept: readonly Served[], { models, makers }: AssembleInput) {
  const authored = new Set(models.map(({ id }) => id));
  const makerNames = new Map(makers.map(({ id, name }) => [id, name]));
  const unseen = kept.filter(({ model }) => !authored.has(model));
  return [...groupBy(unseen, ({ model }) => model)].map(([id, served]) => {
    const maker = id.slice(0, id.indexOf("/"));
    const makerName = makerNames.get(maker) ?? makerNameOf(maker);
    const name = nameOf(served) ?? nameFromSlug(id.slice(maker.length + 1));
    return { id, name, maker, makerName, isAuthored: false, aliases: [] };
  });
}

/** The plainest route's name: one without a region, a date or a speed; else any. */
function nameOf(served: readonly Served[]): string | undefined {
  const plainFirst = [...served].sort((a, b) => marks(a) - marks(b));
  return plainFirst
    .flatMap(({ route }) => (route.name === undefined ? [] : [displayName(route.name)]))
    .find((name) => /[A-Z]/.test(name) || !name.includes(" "));
}

function marks({ attributes }: Served): number {
  const { host: _host, ...own } = attributes;
  return Object.keys(own).length;
}

function siftAll(claims: readonly Claim[]): {
  readonly claims: readonly Claim[];
  readonly quarantined: readonly QuarantinedClaim[];
} {
  const sifted = [...groupBy(claims, (claim) => claim.subject).values()].map(sift);
  return {
    claims: sifted.flatMap(({ kept }) => kept),
    quarantined: sifted.flatMap(({ heldBack }) => heldBack),
  };
}

function entryOf(model: ModelEntry): ModelEntry {
  const { id, name, maker, makerName, isAuthored, family } = model;
  const entry = { id, name, maker, makerName, isAuthored };
  return family === undefined ? entry : { ...entry, family };
}
