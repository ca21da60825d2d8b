/** Words that a guide may filter a text with, by itself or behind a pipe. */
export const filters: ReadonlySet<string> = new Set(["head", "grep", "sed"]);

/** What is left of a text by `head -5`, `grep pattern` `grep -o pattern` or `sed -n '/from/,/to/p'`; anything else is a mistake. */
export function filtered(
  text: string,
  words: readonly string[],
): { readonly stdout: string; readonly exitCode: number } {
  const lines = text.replace(/\n$/, "").split("\n");
  const kept = linesOf(lines, words);
  const exitCode = words[0] === "grep" && kept.length === 0 ? 1 : 0;
  return { stdout: kept.map((line) => `${line}\n`).join(""), exitCode };
}

function linesOf(lines: readonly string[], words: readonly string[]): readonly string[] {
  const written = words.join(" ");
  const count = /^head -(\d+)$/.exec(written)?.[1];
  if (count !== undefined) return lines.slice(0, Number(count));
  const part = /^grep -o (.+)$/.exec(written)?.[1];
  if (part !== undefined) return lines.flatMap((line) => line.match(new RegExp(part, "g")) ?? []);
  const pattern = /^grep ([^-].*)$/.exec(written)?.[1];
  if (pattern !== undefined) return lines.filter((line) => new RegExp(pattern).test(line));
  const [, from, to] = /^sed -n \/([^/]+)\/,\/([^/]+)\/p$/.exec(written) ?? [];
  if (from !== undefined && to !== undefined) {
    return ranges(lines, { from: new RegExp(from), to: new RegExp(to) });
  }
  throw new Error(`A guide filters by \`${written}\`, which its test does not know.`);
}

function ranges(
  lines: readonly string[],
  { from, to }: { readonly from: RegExp; readonly to: RegExp },
): readonly string[] {
  let isInside = false;
  return lines.filter((line) => {
    const isKept = isInside || from.test(line);
    isInside = isInside ? !to.test(line) : isKept;
    return isKept;
  });
}
