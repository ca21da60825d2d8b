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
  const seen = new Map<Source, string>();
  const idOf = (source: Source): string => {
    const known = seen.get(source);
    if (known !== undefined) return known;
    const { name, ref, kind, observedOn, confidence } = source;
    const key = `${kind} ${observedOn} ${confidence} ${name} ${ref}`;
    const id = ids.get(key) ?? `s${listed.length + 1}`;
    if (!ids.has(key)) {
      ids.set(key, id);
      listed.push({ id, name, ref, kind, observedOn, confidence });
    }
    seen.set(source, id);
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
