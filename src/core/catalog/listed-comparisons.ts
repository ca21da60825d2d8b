import { type IdentityIndex, identifierFor } from "../identity/identifier.ts";
import type { Outcome } from "../problems/problem.ts";
import { comparisonSlug } from "./page-address.ts";

const modelsAtMost = 20;

/**
 * Reads a list of comparisons, one in a line: names of models with commas or ` vs ` between them.
 * Empty lines and those that begin with `#` say nothing. A comparison listed twice counts once.
 *
 * @param file what to call the list when a line of it is wrong
 */
export function parseComparisons(
  text: string,
  catalog: IdentityIndex,
  file: string,
): Outcome<readonly (readonly string[])[]> {
  const identify = identifierFor(catalog);
  const comparisons = new Map<string, readonly string[]>();
  for (const [index, line] of text.split(/\r?\n/).entries()) {
    if (line.trim() === "" || line.trim().startsWith("#")) continue;
    const names = line.split(/,|\s+vs\.?\s+/).map((name) => name.trim());
    const wrong = (found: string, expected: string) => {
      return { code: "file-invalid", file, line: index + 1, found, expected } as const;
    };
    const models: string[] = [];
    for (const name of names) {
      const { model, closest } = identify(name);
      if (model === null) {
        const [near] = closest;
        const instead = near === undefined ? "the name of a model" : `a model, such as ${near}`;
        return { ok: false, problem: wrong(`"${name.slice(0, 100)}"`, instead) };
      }
      models.push(model);
    }
    const slug = models.length > modelsAtMost ? undefined : comparisonSlug(catalog, models);
    if (slug === undefined) {
      const expected = `2 to ${modelsAtMost} different models: \`gpt-4.1 vs qwen3.5-4b\``;
      return { ok: false, problem: wrong(`"${line.trim().slice(0, 100)}"`, expected) };
    }
    comparisons.set(slug, models);
  }
  return { ok: true, value: [...comparisons.values()] };
}
