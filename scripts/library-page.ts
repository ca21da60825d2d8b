import { groupBy } from "../src/core/group-by.ts";
import { exportsOf, type LibraryExport } from "./library-exports.ts";

/** From here on the page is written by `npm run docs`. */
const mark = "<!-- What follows is written by `npm run docs` from the doc comments. -->";

const doors = [
  { name: "steelyard", file: new URL("../dist/index.d.ts", import.meta.url) },
  { name: "steelyard/core", file: new URL("../dist/core/index.d.ts", import.meta.url) },
] as const;

export interface Door {
  readonly name: string;
  readonly exports: readonly LibraryExport[];
}

/** The two doors of the library, as built. */
export function libraryDoors(): readonly Door[] {
  return doors.map(({ name, file }) => ({ name, exports: exportsOf(file) }));
}

/** The page with its part about exports written anew; what stands above the mark stays. */
export function libraryPage(page: string): string {
  const [head = ""] = page.split(mark);
  const [own, core] = libraryDoors();
  if (own === undefined || core === undefined) throw new Error("A door is missing.");
  return [
    `${head.trimEnd()}\n`,
    `${mark}\n`,
    "## What steelyard exports beside its core\n",
    ...own.exports.map(exportText),
    "## What steelyard/core exports\n",
    "Everything here stands in `steelyard`, too.\n",
    ...[...groupBy(core.exports, ({ topic }) => topic)].flatMap(([topic, exports]) => [
      `### About ${topic === "" ? "units" : topic.replaceAll("/", ", ")}\n`,
      ...exports.map(exportText),
    ]),
  ].join("\n");
}

/** Longer declarations of values are what was inferred of tables: their names say more. */
const linesAtMost = 24;

function exportText({ name, comment, declaration }: LibraryExport): string {
  const isValue = declaration.startsWith("export declare const");
  const lines = declaration
    .replace(/^export (?:declare )?/, "")
    .split("\n")
    .map((line) => line.replace(/^ +/, (indent) => " ".repeat(indent.length / 2)));
  const shown = isValue && lines.length > linesAtMost ? [`const ${name}: { … }`] : lines;
  return `#### ${name}\n\n${prose(comment)}\n\n\`\`\`ts\n${shown.join("\n")}\n\`\`\`\n`;
}

/** Tags of a doc comment as a list. */
function prose(comment: string): string {
  return comment.replace(/^@param (\w+) /gm, "- `$1`: ").replace(/^@(returns|throws) /gm, "- $1 ");
}
