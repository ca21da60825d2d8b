import type { IsoDate } from "../units.ts";
import type { Source } from "./source.ts";

/** The asker's own word, given with the question and of the day of asking. */
export function given(name: string, askedOn: IsoDate): Source {
  return {
    name,
    ref: "given with the question",
    kind: "own-facts",
    observedOn: askedOn,
    confidence: "high",
    lineage: "own",
  };
}
