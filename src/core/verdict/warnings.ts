import type { Candidate } from "../compare/candidate.ts";
import { listed } from "../compare/wording.ts";
import { retirementHorizonDays } from "../evidence/lifecycle.ts";
import type { Source } from "../evidence/source.ts";

/** What must be said before any answer: a model that is gone or going, and what its maker names instead. */
export function warningsOf(
  candidates: readonly Candidate[],
  nameOf: (modelId: string) => string,
): readonly { readonly text: string; readonly sources: readonly Source[] }[] {
  return candidates.flatMap(({ dossier }) => {
    const { status, retiresOn, daysLeft, successors, sources } = dossier.lifecycle;
    const { name, makerName } = dossier.entry;
    const next =
      successors.length === 0
        ? ""
        : ` ${makerName} names ${listed(successors.map(nameOf))} as successor.`;
    if (status === "retired") {
      const day = retiresOn === undefined ? "" : ` on ${retiresOn}`;
      return [{ text: `${name} was retired by ${makerName}${day}.${next}`, sources }];
    }
    if (retiresOn === undefined || daysLeft === undefined || daysLeft > retirementHorizonDays) {
      return [];
    }
    return [{ text: `${name} retires on ${retiresOn}, in ${daysLeft} days.${next}`, sources }];
  });
}
