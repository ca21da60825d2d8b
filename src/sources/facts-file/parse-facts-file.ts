import { z } from "zod";
import type { Property, PropertyValue } from "../../core/catalog/property.ts";
import type { Claim } from "../../core/evidence/claim.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { fileProblem, shapeProblems } from "../../files/shape-problems.ts";
import { parseYamlText, type YamlText } from "../../files/yaml-text.ts";
import { FactLine } from "./fact-line.ts";
import { checkFact } from "./fact-mistakes.ts";

/** A list of facts, or the list under `facts`. */
const shape = "a list of facts, each starting with `- subject:`";
const Facts = z.array(z.unknown(), shape);
const Wrapped = z.strictObject({ facts: Facts });

/**
 * Reads a team's facts file. The facts outrank whatever else is known.
 *
 * @param file what to call it in a problem
 */
export function parseFactsFile(text: string, file: string): Outcome<readonly Claim[]> {
  const yaml = parseYamlText(text, file);
  if (!yaml.ok) return yaml;
  const { value } = yaml.value;
  if (value === null) return { ok: true, value: [] };
  const wrapped = Wrapped.safeParse(value);
  const list = wrapped.success ? wrapped : Facts.safeParse(value);
  if (!list.success)
    return invalid(fileProblem({ file, yaml: yaml.value, path: [], expected: shape }));
  const facts = Array.isArray(list.data) ? list.data : list.data.facts;
  return claimsOf(facts, { file, yaml: yaml.value, root: wrapped.success ? ["facts"] : [] });
}

interface Place {
  readonly file: string;
  readonly yaml: YamlText;
  readonly root: readonly PropertyKey[];
}

function claimsOf(facts: readonly unknown[], place: Place): Outcome<readonly Claim[]> {
  const claims: Claim[] = [];
  for (const [index, fact] of facts.entries()) {
    const claim = claimOf(fact, { ...place, root: [...place.root, index] });
    if (!claim.ok) return claim;
    claims.push(claim.value);
  }
  return { ok: true, value: claims };
}

function claimOf(raw: unknown, { file, yaml, root }: Place): Outcome<Claim> {
  const line = FactLine.safeParse(raw);
  if (!line.success) {
    const [problem] = shapeProblems(line.error, { file, yaml, root });
    if (problem !== undefined) return invalid(problem);
    throw line.error;
  }
  const fact = line.data;
  const source = yaml.sourceAt([...root, "value"]);
  const checked = checkFact(fact, { value: fact.value, source });
  if (checked.ok) return { ok: true, value: ownClaim(fact, checked) };
  const { field, expected } = checked.mistake;
  return invalid(fileProblem({ file, yaml, root, path: [field], expected }));
}

function ownClaim(
  fact: FactLine,
  {
    property,
    value,
    listed,
  }: {
    readonly property: Property;
    readonly value: PropertyValue;
    readonly listed?: string | undefined;
  },
): Claim {
  const { subject, conditions, source, observedOn, effectiveFrom, effectiveTo, note } = fact;
  return {
    subject,
    property,
    value,
    ...(conditions && { conditions }),
    ...(listed !== undefined && { listed }),
    source: {
      name: source,
      ref: source,
      kind: "own-facts",
      observedOn,
      confidence: "high",
      lineage: "own",
    },
    ...(effectiveFrom !== undefined && { effectiveFrom }),
    ...(effectiveTo !== undefined && { effectiveTo }),
    ...(note !== undefined && { note }),
  };
}

function invalid(problem: Problem): { readonly ok: false; readonly problem: Problem } {
  return { ok: false, problem };
}
