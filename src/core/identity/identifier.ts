import type { ModelEntry } from "../catalog/entries.ts";
import { onceFor } from "../once-for.ts";
import { closestNames } from "./closest-names.ts";
import type { IdentityAttributes } from "./identity-attributes.ts";
import { isPinnedByVersion } from "./moving-names.ts";
import { newestLike } from "./newest-like.ts";
import { type NameReading, readName } from "./read-name.ts";

/** Which model a name means, with what the name says beside it. */
export interface Identity {
  /** As it was asked. */
  readonly name: string;
  /** `null`: no rule leads from the name to a model of the catalog. */
  readonly model: string | null;
  readonly attributes: IdentityAttributes;
  /** `high`: listed so, or read without taking anything for granted. */
  readonly confidence: "high" | "medium" | "low";
  readonly because: string;
  /** Models with a name like it, at most five; empty when the name is resolved. */
  readonly closest: readonly string[];
}

export interface IdentityIndex {
  readonly models: readonly ModelEntry[];
  /** Literal names, lower case. */
  readonly aliases: ReadonlyMap<string, string>;
}

/** Makes the function that says which model a name means: by a listed name, else by rule, else not. */
export const identifierFor = onceFor(openIdentifier);

function openIdentifier(index: IdentityIndex): (name: string, provider?: string) => Identity {
  const lookup = lazily(() => lookupOf(index));
  const closest = lazily(() =>
    closestNames(index.models.map(({ id }) => ({ id, words: id.slice(id.indexOf("/") + 1) }))),
  );
  return (name, provider) => {
    const reading = readName(name, provider);
    const { attributes } = reading;
    const found = resolve(name, provider, reading, lookup());
    if (found.model !== null) return { name, attributes, ...found, closest: [] };
    const { maker, slug } = reading;
    const newest = attributes.alias === undefined ? [] : newestLike(index.models, maker, slug);
    return { name, attributes, ...found, closest: newest.length > 0 ? newest : closest()(slug) };
  };
}

/** Only which model a name means: for many names, of which most mean none. */
export function resolverFor(
  index: IdentityIndex,
): (name: string) => Pick<Identity, "model" | "because"> {
  const lookup = lazily(() => lookupOf(index));
  return (name) => resolve(name, undefined, readName(name), lookup());
}

interface Lookup {
  readonly aliases: ReadonlyMap<string, string>;
  /** Finds by maker and slug as the rules spell it. */
  readonly byReading: (maker: string, slug: string) => string | undefined;
  /** By slug alone; `null` where two makers share it. */
  readonly bySlug: ReadonlyMap<string, string | null>;
}

type Resolution = Pick<Identity, "model" | "confidence" | "because">;

function lookupOf({ models, aliases }: IdentityIndex): Lookup {
  const ids = new Set(models.map(({ id }) => id));
  const bySlug = new Map<string, string | null>();
  for (const { id } of models) {
    const { slug } = split(id);
    bySlug.set(slug, bySlug.has(slug) && bySlug.get(slug) !== id ? null : id);
  }
  const byRespelledId = lazily((): ReadonlyMap<string, string> => {
    const respelled = models.map(({ id }) => {
      const { maker, slug } = split(id);
      return [`${maker}/${readName(slug).slug}`, id] as const;
    });
    return new Map<string, string>(respelled);
  });
  const byReading = (maker: string, slug: string) => {
    const id = `${maker}/${slug}`;
    return ids.has(id) ? id : (aliases.get(id) ?? byRespelledId().get(id));
  };
  return { aliases, byReading, bySlug };
}

function split(id: string): { readonly maker: string; readonly slug: string } {
  const slash = id.indexOf("/");
  return { maker: id.slice(0, slash), slug: id.slice(slash + 1) };
}

function resolve(
  name: string,
  provider: string | undefined,
  reading: NameReading,
  { aliases, byReading, bySlug }: Lookup,
): Resolution {
  const literal = name.trim().toLowerCase();
  const seller = provider?.trim().toLowerCase();
  const listed =
    (seller === undefined ? undefined : aliases.get(`${seller}/${literal}`)) ??
    aliases.get(literal);
  if (listed !== undefined) {
    return { model: listed, confidence: "high", because: "The catalog lists this very name." };
  }
  const { maker, slug, derived, familyMaker, attributes, isMakerNamed } = reading;
  if (derived !== undefined) return unresolved(`Not a maker's model: ${derived}.`);
  const own = maker === undefined ? bySlug.get(slug) : byReading(maker, slug);
  const model = own ?? (familyMaker === undefined ? undefined : byReading(familyMaker, slug));
  const isPinned = model && isPinnedByVersion(maker ?? "", slug);
  if (attributes.alias !== undefined && !isPinned) {
    return unresolved(
      "The name moves to newer models over time, and no published alias says to which now.",
    );
  }
  if (model === undefined || model === null) {
    return unresolved(
      maker === undefined
        ? `No rule says whose model \`${slug}\` is.`
        : `Read as \`${maker}/${slug}\`, which the catalog does not hold.`,
    );
  }
  if (own !== model) {
    const because = `Read as \`${model}\`; \`${maker}\` is taken for a seller.`;
    return { model, confidence: "low", because };
  }
  const setAside = Object.entries(attributes).map(([key, value]) => `${key} ${value}`);
  const because = `Read as \`${model}\`${setAside.length > 0 ? `, with ${setAside.join(", ")}` : ""}.`;
  const isSure = isMakerNamed || (maker !== undefined && setAside.length === 0);
  return { model, confidence: isSure ? "high" : "medium", because };
}

function unresolved(because: string): Resolution {
  return { model: null, confidence: "low", because };
}

function lazily<T>(make: () => T): () => T {
  let made: { readonly value: T } | undefined;
  return () => {
    made ??= { value: make() };
    return made.value;
  };
}
