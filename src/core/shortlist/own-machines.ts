import type { ModelDossier } from "../catalog/dossier.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import { type Constraint, judgeAll } from "../verdict/constraints.ts";
import type { Shortlist } from "./shortlist.ts";

/** Written, it rules out every machine but the team's own. */
const ownMachinesOnly = "self-host";

/**
 * Models that may run on machines of one's own, where nothing else is allowed: no route of theirs
 * passes, and what they would cost there is not known from prices.
 */
export function ownMachinesOf(
  considered: readonly ModelDossier[],
  constraints: readonly Constraint[],
  book: SourceBook,
): Shortlist["ownMachines"] {
  if (!constraints.some(({ text }) => text === ownMachinesOnly)) return [];
  return considered.flatMap((model) => {
    const judged = judgeAll(constraints, { model });
    if (judged.some(({ result }) => result === "fails")) return [];
    const open = judged.filter(({ result }) => result === "unknown");
    const { id, name } = model.entry;
    return [
      {
        model: id,
        name,
        result: open.length === 0 ? "passes" : "conditional",
        conditionalOn: open.map(({ constraint }) => constraint),
        sources: book.cite(judged.flatMap(({ sources }) => sources)),
      } as const,
    ];
  });
}
