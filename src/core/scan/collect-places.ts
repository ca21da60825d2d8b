import { compareText } from "../ordering.ts";
import type { CodeFile } from "./code-file.ts";
import { findMentions, type Lookout } from "./find-mentions.ts";
import { findUses, type Use } from "./uses.ts";

/** Where a name stands. */
export interface Place {
  readonly file: string;
  readonly line: number;
  readonly column: number;
  /** The name as written there. */
  readonly text: string;
}

export interface UseOfFile extends Use {
  readonly file: string;
}

/** One spelling of a name and all its places. */
export interface Named {
  readonly text: string;
  readonly model: string | null;
  /** How often it stands in the code; `places` may hold fewer. */
  readonly count: number;
  readonly places: readonly Place[];
  readonly uses: readonly UseOfFile[];
}

export interface Collected {
  readonly filesRead: number;
  readonly linesRead: number;
  readonly bytesRead: number;
  /** Sorted by text. */
  readonly named: readonly Named[];
}

/** A generated file may hold a name a million times: so many places are kept of each spelling. */
export const mostPlaces = 10_000;
/** So many different unresolved spellings are kept. */
const mostNames = 20_000;

interface Gathered {
  readonly text: string;
  readonly model: string | null;
  count: number;
  readonly places: Place[];
  readonly uses: UseOfFile[];
}

/** Gathers the names of a code base, file by file. */
export function placeCollector(lookout: Lookout): {
  readonly visit: (file: CodeFile) => void;
  readonly collected: () => Collected;
} {
  const named = new Map<string, Gathered>();
  const read = { filesRead: 0, linesRead: 0, bytesRead: 0 };
  return {
    visit: ({ file, bytes, text: textOfFile }) => {
      const { lines, mentions } = findMentions(bytes, lookout);
      read.filesRead++;
      read.linesRead += lines;
      read.bytesRead += bytes.length;
      if (mentions.length === 0) return;
      const uses = findUses(textOfFile()).map((use) => ({ ...use, file }));
      const seen = new Set<Gathered>();
      for (const { text, model, line, column } of mentions) {
        const known = named.get(text) ?? { text, model, count: 0, places: [], uses: [] };
        if (known.count === 0 && named.size >= mostNames) continue;
        named.set(text, known);
        known.count++;
        if (known.places.length < mostPlaces) known.places.push({ file, line, column, text });
        if (!seen.has(known)) known.uses.push(...uses);
        seen.add(known);
      }
    },
    collected: () => ({
      ...read,
      named: [...named.values()].sort((a, b) => compareText(a.text, b.text)),
    }),
  };
}
