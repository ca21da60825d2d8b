import type { Catalog } from "../catalog/catalog.ts";
import { isLookAlike } from "./look-alikes.ts";

/**
 * How much a listed name says by itself:
 *
 * - `sure`: wherever it stands whole
 * - `weak`: a short name (`o3`, `phi-4`) or plain words (`command-r-plus`): only as a value, near
 *   the word `model` or another name
 */
export type NameStrength = "sure" | "weak";

export interface KnownNames {
  /** By name, lower case. A name that is not here is not looked for as it stands. */
  readonly strengthOf: (name: string) => NameStrength | undefined;
  readonly modelOf: (name: string) => string | undefined;
  /** Written with capital letters exactly so by a seller. */
  readonly isWrittenSo: (name: string) => boolean;
  readonly all: readonly string[];
}

/** The names of a catalog that can be told from ordinary text. */
export function knownNamesOf(catalog: Pick<Catalog, "aliases" | "routes">): KnownNames {
  const models = new Map(catalog.aliases);
  const spellings = new Set<string>();
  for (const { id, providerModelId, model } of catalog.routes) {
    for (const name of [id, providerModelId]) {
      if (!models.has(name.toLowerCase())) models.set(name.toLowerCase(), model);
      spellings.add(name).add(name.slice(name.lastIndexOf("/") + 1));
    }
  }
  const strengths = new Map<string, NameStrength>();
  for (const name of models.keys()) {
    const strength = strengthOf(name);
    if (strength !== undefined) strengths.set(name, strength);
  }
  return {
    strengthOf: (name) => strengths.get(name),
    modelOf: (name) => (strengths.has(name) ? models.get(name) : undefined),
    isWrittenSo: (name) => spellings.has(name),
    all: [...strengths.keys()],
  };
}

const wholeName = /^@?[a-z0-9][a-z0-9._:/@-]*[a-z0-9]$/;
const shortName = /^[a-z]{1,3}-?\d+(?:\.\d)?$/;
const longWord = /[a-z]{2}/;

/** `undefined`: an ordinary word (`command`, `router`), or not one word at all. */
function strengthOf(name: string): NameStrength | undefined {
  if (!wholeName.test(name)) return undefined;
  if (name.includes("/")) return "sure";
  if (isLookAlike(name)) return "sure";
  const hasDigit = /\d/.test(name);
  if (shortName.test(name)) return "weak";
  if (hasDigit && longWord.test(name)) return name.length >= 5 ? "sure" : "weak";
  return name.includes("-") ? "weak" : undefined;
}
