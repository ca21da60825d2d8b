import { compareText } from "../ordering.ts";
import type { CodeFile } from "./code-file.ts";
import { findMentions, type Lookout, type Mention } from "./find-mentions.ts";
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
  /** Of the files that name it; empty unless that was asked for. */
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
  readonly hasUses: boolean;
  readonly places: Place[];
  readonly uses: UseOfFile[];
}

/**
 * Gathers the names of a code base, file by file.
 *
 * @param wantsUses whether it matters what the files use that have this name; asked once a name
 */
export function placeCollector(
  lookout: Lookout,
  wantsUses: (mention: Pick<Mention, "text" | "model">) => boolean,
): {
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
      let uses: readonly UseOfFile[] | undefined;
      const seen = new Set<Gathered>();
      for (const { text, model, line, column } of mentions) {
        const known = named.get(text) ?? gathered({ text, model }, wantsUses);
        if (known.count === 0 && named.size >= mostNames) continue;
        named.set(text, known);
        known.count++;
        if (known.places.length < mostPlaces) known.places.push({ file, line, column, text });
        if (!known.hasUses || seen.has(known)) continue;
        seen.add(known);
        uses ??= findUses(textOfFile()).map((use) => ({ ...use, file }));
        known.uses.push(...uses);
      }
    },
    collected: () => ({
      ...read,
      named: [...named.values()].sort((a, b) => compareText(a.text, b.text)),
    }),
  };
}

function gathered(
  { text, model }: Pick<Mention, "text" | "model">,
  wantsUses: (mention: Pick<Mention, "text" | "model">) => boolean,
): Gathered {
  return { text, model, count: 0, hasUses: wantsUses({ text, model }), places: [], uses: [] };
}
