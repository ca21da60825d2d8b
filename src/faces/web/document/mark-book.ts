import type { CitedSource } from "../../../core/evidence/source-book.ts";
import type { Mark } from "../../../core/report/document.ts";

/** The marks of one page, each thing they open listed once, in the order first met. */
export interface MarkBook {
  /** The number of what a mark opens. */
  readonly numberOf: (mark: Mark) => number;
  readonly list: () => readonly OpenedMark[];
}

interface OpenedMark {
  readonly lines: readonly string[];
  readonly sources: readonly CitedSource[];
}

export function markBook(sources: readonly CitedSource[]): MarkBook {
  const byId = new Map(sources.map((source) => [source.id, source]));
  const numbers = new Map<string, number>();
  const opened: OpenedMark[] = [];
  return {
    numberOf: ({ sources: ids, lines = [] }) => {
      const key = [...ids, ...lines].join("\n");
      const known = numbers.get(key);
      if (known !== undefined) return known;
      opened.push({ lines, sources: ids.flatMap((id) => byId.get(id) ?? []) });
      numbers.set(key, opened.length);
      return opened.length;
    },
    list: () => opened,
  };
}
