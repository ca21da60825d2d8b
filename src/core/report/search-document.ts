import type { NameMatch } from "../identity/rank-names.ts";
import type { SearchAnswer, SearchResult } from "../identity/search-names.ts";
import { catalogName } from "./catalog-name.ts";
import type { Block, Document, Line } from "./document.ts";

/** What a text may mean, as a list to choose from. */
export function searchDocument(answer: SearchAnswer): Document {
  const { asked, catalog, identity, counts, results } = answer;
  return {
    title: `Search for ${asked}`,
    stamp: catalogName(catalog),
    blocks: [
      ...(identity === null ? [] : [identityBlock(identity)]),
      { kind: "paragraph", line: countText(counts) },
      ...(results.length === 0 ? [] : [resultTable(results)]),
    ],
  };
}

function identityBlock({ model, because }: NonNullable<SearchAnswer["identity"]>): Block {
  return {
    kind: "lead",
    lines: [[{ text: model, tone: "strong", to: { kind: "model", id: model } }, dim(because)]],
  };
}

const dim = (because: string) => ({ text: `: ${because}`, tone: "dim" }) as const;

function countText({ matching, shown }: SearchAnswer["counts"]): string {
  if (matching === 0) return "Nothing has a name like it.";
  const cut = shown < matching ? `, the first ${shown} shown` : "";
  return `${matching} ${matching === 1 ? "name" : "names"} like it${cut}.`;
}

function resultTable(results: readonly SearchResult[]): Block {
  return {
    kind: "table",
    columns: [
      { header: "Name", align: "left" },
      { header: "Id", align: "left" },
      { header: "Kind", align: "left" },
      { header: "Why", align: "left" },
    ],
    rows: results.map(({ kind, id, title, match, name }) => [
      [{ text: title, to: { kind, id } }],
      id,
      kind,
      reasonOf(match, name, title),
    ]),
  };
}

const matchWords = {
  same: "is called so",
  start: "begins so",
  words: "has these words",
  part: "holds these words",
  alike: "looks like it",
} as const satisfies Record<NameMatch, string>;

function reasonOf(match: NameMatch, name: string, title: string): Line {
  const why = matchWords[match];
  return name === title || match === "same" ? why : `${name} ${why}`;
}
