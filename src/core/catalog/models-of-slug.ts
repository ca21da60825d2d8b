import { type IdentityIndex, identifierFor } from "../identity/identifier.ts";
import { compareText } from "../ordering.ts";
import type { Outcome, Problem } from "../problems/problem.ts";
import {
  comparisonAddress,
  comparisonSlug,
  modelOfSlug,
  slugJoint,
  slugOf,
} from "./page-address.ts";

/** Which comparison the last part of an address means. */
export interface SlugMeaning {
  /** Ids, in the order of the canonical slug. */
  readonly models: readonly string[];
  /** False: the comparison has another address, to which a page sends on. */
  readonly isCanonical: boolean;
  /** `/compare/gpt-4.1-vs-qwen3.5-4b`. */
  readonly address: string;
}

const modelsAtMost = 20;
const partsAtMost = 2 * modelsAtMost;
const longestName = 200;

/**
 * Reads the slug of a comparison, decoded: the models it names, in any order, by any name that the
 * identifier knows. A name may hold `-vs-` itself, so that every way to take the slug apart is
 * tried, the shortest names first.
 */
export function modelsOfSlug(catalog: IdentityIndex, slugText: string): Outcome<SlugMeaning> {
  const parts = slugText.split(slugJoint);
  if (parts.length < 2) return refuse({ code: "too-few-models", given: parts.length });
  if (parts.length > partsAtMost) return refuse(tooMany);
  const identify = identifierFor(catalog);
  const byName = (name: string) =>
    modelOfSlug(catalog, name) ??
    (name.length > longestName ? null : identify(name).model) ??
    undefined;
  const models =
    takenApart(parts, (name) => modelOfSlug(catalog, name)) ?? takenApart(parts, byName);
  if (models === undefined) {
    const asked = parts.find((name) => byName(name) === undefined) ?? slugText;
    const name = asked.slice(0, longestName);
    return refuse({ code: "model-not-found", asked: name, closest: identify(name).closest });
  }
  return meaningOf(catalog, models, slugText);
}

interface Named {
  readonly name: string;
  readonly model: string;
}

/** The first way to read all parts as models; parts may belong together. */
function takenApart(
  parts: readonly string[],
  modelOf: (name: string) => string | undefined,
): readonly Named[] | undefined {
  const dead = new Set<number>();
  const from = (start: number): readonly Named[] | undefined => {
    if (start === parts.length) return [];
    if (dead.has(start)) return undefined;
    for (let end = start + 1; end <= parts.length; end++) {
      const name = parts.slice(start, end).join(slugJoint);
      const model = modelOf(name);
      const rest = model === undefined ? undefined : from(end);
      if (model !== undefined && rest !== undefined) return [{ name, model }, ...rest];
    }
    dead.add(start);
    return undefined;
  };
  return from(0);
}

function meaningOf(
  catalog: IdentityIndex,
  named: readonly Named[],
  slugText: string,
): Outcome<SlugMeaning> {
  if (named.length > modelsAtMost) return refuse(tooMany);
  const names = new Map<string, string>();
  for (const { name, model } of named) {
    const earlier = names.get(model);
    if (earlier !== undefined) {
      return refuse({ code: "same-model-twice", model, names: [earlier, name] });
    }
    names.set(model, name);
  }
  const slug = comparisonSlug(catalog, [...names.keys()]);
  if (slug === undefined) return refuse({ code: "too-few-models", given: named.length });
  const models = [...names.keys()].sort((a, b) =>
    compareText(slugOf(catalog, a) ?? a, slugOf(catalog, b) ?? b),
  );
  const isCanonical = slug === slugText;
  return { ok: true, value: { models, isCanonical, address: comparisonAddress(slug) } };
}

const tooMany: Problem = {
  code: "invalid-input",
  where: "models",
  expected: `Expected at most ${modelsAtMost} models`,
};

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}
