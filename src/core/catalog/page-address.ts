import { onceFor } from "../once-for.ts";
import { compareText } from "../ordering.ts";
import type { Target } from "../report/document.ts";

/** As much of a catalog as addresses are made of: the ids of what has a page. */
export interface Addressed {
  readonly models: readonly { readonly id: string }[];
  readonly providers: readonly { readonly id: string }[];
  readonly benchmarks: readonly { readonly id: string }[];
}

/** The page of a target within a site, or the address it is; undefined: it has none. */
export function addressOf(catalog: Addressed, target: Target): string | undefined {
  switch (target.kind) {
    case "model": {
      const { property } = target;
      const anchor = property === undefined ? "" : `#${encodeURIComponent(property)}`;
      return isKnown(catalog.models, target.id)
        ? `${pageOf("models", target.id)}${anchor}`
        : undefined;
    }
    case "provider":
      return isKnown(catalog.providers, target.id) ? pageOf("providers", target.id) : undefined;
    case "benchmark":
      return isKnown(catalog.benchmarks, target.id) ? pageOf("benchmarks", target.id) : undefined;
    case "comparison": {
      const slug = comparisonSlug(catalog, target.models);
      return slug === undefined ? undefined : comparisonAddress(slug);
    }
    case "place":
      return /^(?:#|\/(?![/\\]))/.test(target.path) ? target.path : undefined;
    case "address":
      return /^https?:\/\//.test(target.url) ? target.url : undefined;
  }
}

/**
 * The one name of a comparison, whatever the order asked: `gpt-4.1-vs-qwen3.5-4b`. Undefined: fewer
 * than two models, one twice, or one that is not in the catalog.
 */
export function comparisonSlug(
  catalog: Pick<Addressed, "models">,
  modelIds: readonly string[],
): string | undefined {
  const parts = modelIds.flatMap((id) => slugOf(catalog, id) ?? []);
  const isWhole = parts.length >= 2 && new Set(parts).size === modelIds.length;
  return isWhole ? parts.sort(compareText).join(slugJoint) : undefined;
}

/** A model's part of such a name: `qwen3.5-4b`. */
export function slugOf({ models }: Pick<Addressed, "models">, id: string): string | undefined {
  return slugsOf(models).slugs.get(id);
}

/** What stands between the models of a comparison's slug. */
export const slugJoint = "-vs-";

export function comparisonAddress(slug: string): string {
  return `/compare/${encodeURIComponent(slug)}`;
}

/** The model that a part of a slug names, spelled as the slug spells it. */
export function modelOfSlug(
  { models }: Pick<Addressed, "models">,
  part: string,
): string | undefined {
  return slugsOf(models).ids.get(part);
}

const idSets = onceFor(
  (entries: readonly { readonly id: string }[]) => new Set(entries.map(({ id }) => id)),
);

function isKnown(entries: readonly { readonly id: string }[], id: string): boolean {
  return idSets(entries).has(id);
}

function pageOf(kind: "models" | "providers" | "benchmarks", id: string): string {
  return `/${[kind, ...id.split("/")].map(encodeURIComponent).join("/")}`;
}

/**
 * Each model's last name part; `maker.model` where that says too little: two makers share it, it
 * holds the joint, or it reads as the longer name of another.
 */
const slugsOf = onceFor((models: Addressed["models"]) => {
  const named = models.map(({ id }) => {
    const slash = id.indexOf("/");
    const short = id.slice(slash + 1);
    return { id, short, long: `${id.slice(0, slash)}.${short}` };
  });
  const counts = new Map<string, number>();
  for (const { short } of named) counts.set(short, (counts.get(short) ?? 0) + 1);
  const longs = new Set(named.map(({ long }) => long));
  const slugs = new Map(
    named.map(({ id, short, long }) => {
      const isClear = counts.get(short) === 1 && !short.includes(slugJoint) && !longs.has(short);
      return [id, isClear ? short : long] as const;
    }),
  );
  return { slugs, ids: new Map([...slugs].map(([id, slug]) => [slug, id] as const)) };
});
