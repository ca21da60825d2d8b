import { readFileSync } from "node:fs";

/** Something a door exports, as the compiler prints it. */
export interface LibraryExport {
  readonly name: string;
  /** The folder it comes from, below `core` where it stands there. */
  readonly topic: string;
  /** Its doc comment without the signs around it; empty where it has none. */
  readonly comment: string;
  readonly declaration: string;
}

/** What a door exports, in its order; what it passes on whole is left out. */
export function exportsOf(door: URL): readonly LibraryExport[] {
  const text = readFileSync(door, "utf8");
  return [...text.matchAll(/^export (?:type )?\{([^}]*)\} from "(\.[^"]+)\.ts";$/gm)].flatMap(
    ([, names = "", path = ""]) => {
      const file = new URL(`${path}.d.ts`, door);
      const declared = declarationsIn(readFileSync(file, "utf8"));
      return names.split(",").flatMap((part) => {
        const name = part.trim().replace(/^type /, "");
        if (name === "") return [];
        const found = declared.get(name);
        if (found === undefined) throw new Error(`${file.pathname} declares no ${name}.`);
        return [{ name, topic: topicOf(path), ...found }];
      });
    },
  );
}

/** `./cost/traffic` is about cost; what stands in no folder is about everything. */
function topicOf(path: string): string {
  return path.split("/").slice(1, -1).join("/");
}

interface Declared {
  readonly comment: string;
  readonly declaration: string;
}

/** Top-level statements begin at the start of a line; all that belongs to one is set in. */
function declarationsIn(text: string): ReadonlyMap<string, Declared> {
  const statement =
    /^(?:\/\*\*(?<comment>(?:(?!\*\/)[\s\S])*)\*\/\n)?(?<declaration>export (?:declare )?(?:interface|type|const|function|class) (?<name>\w+)[^\n]*(?:\n(?:[ }\])|].*)?)*)/gm;
  return new Map(
    [...text.matchAll(statement)].map(
      ({ groups: { comment = "", declaration = "", name = "" } = {} }) => [
        name,
        { comment: unframed(comment), declaration: declaration.trimEnd() },
      ],
    ),
  );
}

function unframed(comment: string): string {
  return comment
    .split("\n")
    .map((line) => line.replace(/^\s*\* ?/, ""))
    .join("\n")
    .trim();
}
