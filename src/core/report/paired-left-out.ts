import { counted, listed } from "../compare/wording.ts";
import type { PairedAnswer } from "../paired/paired-answer.ts";
import type { Block } from "./document.ts";

const shownNames = 5;

/** Prompts that did not count, and why. */
export function pairedLeftOut({ leftOut, a, b, metric }: PairedAnswer): readonly Block[] {
  const kinds: readonly (readonly [readonly string[], string])[] = [
    [leftOut.onlyInA, `only ${a.name} has`],
    [leftOut.onlyInB, `only ${b.name} has`],
    [leftOut.withoutScoreInA, `without a ${metric} of ${a.name}`],
    [leftOut.withoutScoreInB, `without a ${metric} of ${b.name}`],
    [leftOut.notTheSame, "of one name and two texts"],
  ];
  const lines = kinds.flatMap(([prompts, why]) =>
    prompts.length === 0 ? [] : [`${counted(prompts.length, "prompt")} ${why}: ${some(prompts)}`],
  );
  if (lines.length === 0) return [];
  return [
    { kind: "heading", text: "Left out" },
    { kind: "list", lines },
  ];
}

function some(prompts: readonly string[]): string {
  const shown = prompts.slice(0, shownNames);
  const rest = prompts.length - shown.length;
  return listed(rest > 0 ? [...shown, `${rest} more`] : shown);
}
