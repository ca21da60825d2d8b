import { onceFor } from "../once-for.ts";
import type { IsoDate } from "../units.ts";
import type { Source, SourceKind } from "./source.ts";

/** A source as an answer lists it; figures point to it by `id`. */
export interface CitedSource {
  readonly id: string;
  readonly name: string;
  readonly ref: string;
  readonly kind: SourceKind;
  readonly observedOn: IsoDate;
  readonly confidence: Source["confidence"];
}

/** Collects the sources of one answer, each once, in the order first cited. */
export interface SourceBook {
  /** Ids of the given sources: `["s1", "s4"]`. */
  readonly cite: (sources: readonly Source[]) => readonly string[];
  readonly list: () => readonly CitedSource[];
}

export function sourceBook(): SourceBook {
  const listed: CitedSource[] = [];
  const ids = new Map<string, string>();
  const idOf = (source: Source): string => {
    const key = keyOf(source);
    const cited = ids.get(key);
    if (cited !== undefined) return cited;
    const { name, ref, kind, observedOn, confidence } = source;
    const id = `s${listed.length + 1}`;
    ids.set(key, id);
    listed.push({ id, name, ref, kind, observedOn, confidence });
    return id;
  };
  return {
    cite: (sources) => {
      const cited: string[] = [];
      for (const source of sources) {
        const id = idOf(source);
        if (!cited.includes(id)) cited.push(id);
      }
      return cited;
    },
    list: () => listed,
  };
}

/** What makes two sources one: made once for each, since a source is cited in many answers. */
const keyOf = onceFor(
  ({ kind, observedOn, confidence, name, ref }: Source) =>
    `${kind} ${observedOn} ${confidence} ${name} ${ref}`,
);
