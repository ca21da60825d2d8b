import { type CanonicalName, canonicalName } from "../identity/canonical-name.ts";
import { type IdentityIndex, identifierFor } from "../identity/identifier.ts";
import type { IdentityAttributes } from "../identity/identity-attributes.ts";
import { unwrapName } from "../identity/unwrap-name.ts";
import { isHost, makerOf } from "../identity/vendors.ts";
import type { ProviderEntry } from "./entries.ts";
import type { ListedRoute } from "./listing.ts";
import { makerByName, originalMaker } from "./maker-by-name.ts";

/** Which model a listed route serves, or why nobody can tell. */
export type Joined =
  | {
      readonly model: string;
      readonly attributes: IdentityAttributes;
    }
  | { readonly model: undefined; readonly because: string };

/**
 * Says for listed routes which model they serve: a model that is written by hand, else one of the
 * name's own. A route whose maker only another route tells is joined by its slug when just one
 * maker has that slug. Nothing is guessed beyond that.
 */
export function joinModels(
  routes: readonly ListedRoute[],
  authored: IdentityIndex,
  providers: readonly ProviderEntry[],
): ReadonlyMap<string, Joined> {
  const identify = identifierFor(authored);
  const respelled = modelsByOtherName(authored);
  const providerById = new Map(providers.map((provider) => [provider.id, provider]));
  const joined = new Map<string, Joined>();
  const slugOnly = new Map<string, Reading>();
  const makersOfSlug = new Map<string, Set<string>>();
  for (const route of routes) {
    const { provider, providerModelId } = route;
    const { model, attributes } = identify(providerModelId, provider);
    if (model !== null) {
      joined.set(route.id, { model, attributes });
      continue;
    }
    const reading = readRoute(route, providerById.get(provider));
    const { maker, slug, because } = reading;
    if (because !== undefined) joined.set(route.id, { model: undefined, because });
    else if (maker === undefined) slugOnly.set(route.id, reading);
    else {
      const id = `${maker}/${slug}`;
      joined.set(route.id, { model: respelled.get(id) ?? id, attributes: reading.attributes });
      makersOfSlug.set(slug, (makersOfSlug.get(slug) ?? new Set()).add(maker));
    }
  }
  for (const [id, { slug, attributes }] of slugOnly) {
    const [maker, ...others] = makersOfSlug.get(slug) ?? [];
    const isSure = maker !== undefined && others.length === 0;
    joined.set(
      id,
      isSure
        ? { model: `${maker}/${slug}`, attributes }
        : { model: undefined, because: "the name does not say whose model it is" },
    );
  }
  return joined;
}

/** What the listed names of described models read as, so that each of their spellings joins. */
function modelsByOtherName({ models, aliases }: IdentityIndex): ReadonlyMap<string, string> {
  const ids = new Set(models.map(({ id }) => id));
  const found = new Map<string, Set<string>>();
  for (const [alias, model] of aliases) {
    const { maker, slug, attributes } = canonicalName(alias);
    const id = `${maker}/${slug}`;
    if (maker === undefined || attributes.alias !== undefined || ids.has(id)) continue;
    found.set(id, (found.get(id) ?? new Set()).add(model));
  }
  const single = [...found].filter(([, meanings]) => meanings.size === 1);
  return new Map(single.flatMap(([id, meanings]) => [...meanings].map((model) => [id, model])));
}

interface Reading extends CanonicalName {
  /** Why it can be no model's name. */
  readonly because?: string;
}

function readRoute(route: ListedRoute, provider: ProviderEntry | undefined): Reading {
  const { providerModelId } = route;
  const reading = readName(route);
  const { derived } = unwrapName(providerModelId);
  if (derived !== undefined || providerModelId.endsWith("-")) {
    return { ...reading, because: derived ?? "the beginning of names, not a name" };
  }
  const { slug, attributes } = reading;
  if (attributes.alias !== undefined && !hasVersion(slug)) {
    const said = route.servedName ?? "";
    const served = canonicalName(said, route.provider);
    const isNamed = served.maker !== undefined && hasVersion(served.slug);
    return isNamed && !/latest/i.test(said) && served.attributes.alias === undefined
      ? { ...served, attributes }
      : { ...reading, because: "a name that moves to newer models" };
  }
  if (!/^[a-z0-9][a-z0-9.-]*$/.test(slug))
    return { ...reading, because: "a name that is no model's" };
  const named = reading.maker ?? prefixMaker(route);
  const told = makerByName(slug);
  const isTold = named === undefined || named === told?.maker || !providerModelId.includes("/");
  if (told !== undefined && isTold) {
    const isFast = slug === `${told.slug}-fast`;
    return {
      ...reading,
      ...told,
      attributes: isFast ? { ...attributes, speed: "fast" } : attributes,
    };
  }
  const maker = named ?? firstPartyMaker(provider);
  return maker === undefined ? reading : { ...reading, maker: originalMaker(maker, slug) };
}

/** By its id; by the name it is shown with where only that tells the maker. */
function readName({ providerModelId, provider, name }: ListedRoute): CanonicalName {
  const byId = canonicalName(providerModelId, provider);
  if (makerByName(byId.slug) !== undefined) return byId;
  if (byId.maker !== undefined || name === undefined || providerModelId.includes("/")) return byId;
  const byName = canonicalName(name, provider);
  return byName.maker === undefined ? byId : { ...byName, attributes: byId.attributes };
}

/** `claude-3.5-sonnet-latest` moves among snapshots of one model, `claude-opus-latest` among models. */
function hasVersion(slug: string): boolean {
  return /(?:^|-)[a-z]?\d+(?:\.\d+)?(?:-|$)/.test(slug);
}

/** The organisation in front of the name, when it is no seller. */
function prefixMaker({ providerModelId }: ListedRoute): string | undefined {
  const prefix = unwrapName(providerModelId).prefixes.at(-1);
  if (prefix === undefined || isHost(prefix)) return undefined;
  const id = prefix.replace(/[^a-z0-9]+/g, "-");
  return makerOf(prefix) ?? (/^[a-z0-9][a-z0-9-]*$/.test(id) ? id : undefined);
}

function firstPartyMaker(provider: ProviderEntry | undefined): string | undefined {
  if (provider?.kind !== "first-party") return undefined;
  return makerOf(provider.id) ?? provider.id;
}
