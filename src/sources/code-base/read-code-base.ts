import { type Dirent, readdirSync, realpathSync, statSync } from "node:fs";
import { isAbsolute, join, normalize, relative } from "node:path";
import { compareText } from "../../core/ordering.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import type { CodeFile, LeftOutFiles } from "../../core/scan/code-file.ts";
import { type IgnoreRules, ignoreRulesOf } from "./ignore-rules.ts";
import { binaryFile, generatedFile, leftOutFolders } from "./left-out.ts";
import { textFileReader } from "./read-text-file.ts";

/**
 * Shows every text file at some paths to a visitor, sorted by name. Of a folder it leaves out what
 * `.gitignore` files leave out, vendored, generated and binary files; a file that is named is read
 * whatever its name. No link inside a folder is followed, so nothing outside is read.
 */
export function readCodeBase(
  paths: readonly string[],
  visit: (file: CodeFile) => void,
): Outcome<LeftOutFiles> {
  const leftOut: Counts = { binary: 0, generated: 0, links: 0, tooLarge: [], unreadable: [] };
  const walk: Walk = { visit, leftOut, read: textFileReader(), seen: new Set() };
  for (const path of paths) {
    const problem = readPath(path, walk);
    if (problem !== undefined) return { ok: false, problem };
  }
  return { ok: true, value: leftOut };
}

interface Counts {
  binary: number;
  generated: number;
  links: number;
  readonly tooLarge: string[];
  readonly unreadable: string[];
}

interface Walk {
  readonly visit: (file: CodeFile) => void;
  readonly leftOut: Counts;
  readonly read: ReturnType<typeof textFileReader>;
  /** Real paths: a file is read once, however often it is named. */
  readonly seen: Set<string>;
}

function readPath(path: string, walk: Walk): Problem | undefined {
  try {
    const real = realpathSync(path);
    const stats = statSync(real);
    const shown = shownPath(path);
    if (stats.isDirectory()) {
      const entries = readdirSync(real, { withFileTypes: true });
      readFolder(real, shown, walk, entries, ignoreRulesOf(real, hasRules(entries)));
    } else if (stats.isFile()) readOne(real, shown, walk);
    else return unreadable(path, "it is neither a file nor a folder");
    return undefined;
  } catch (error) {
    return unreadable(path, systemReason(error));
  }
}

function readFolder(
  folder: string,
  shown: string,
  walk: Walk,
  entries: readonly Dirent[],
  rules: IgnoreRules,
): void {
  const sorted = [...entries].sort((a, b) => compareText(a.name, b.name));
  for (const entry of sorted) {
    const { name } = entry;
    if (entry.isSymbolicLink()) walk.leftOut.links++;
    else if (entry.isDirectory()) {
      if (!leftOutFolders.has(name) && !rules.isIgnored(name, true)) {
        enter(join(folder, name), join(shown, name), walk, (own) => rules.into(name, own));
      }
    } else if (entry.isFile() && !rules.isIgnored(name, false)) {
      if (binaryFile.test(name)) walk.leftOut.binary++;
      else if (generatedFile.test(name)) walk.leftOut.generated++;
      else readInside(`${folder}/${name}`, shown === "" ? name : `${shown}/${name}`, walk);
    }
  }
}

function enter(
  folder: string,
  shown: string,
  walk: Walk,
  rulesFor: (hasOwnFile: boolean) => IgnoreRules,
): void {
  try {
    const entries = readdirSync(folder, { withFileTypes: true });
    readFolder(folder, shown, walk, entries, rulesFor(hasRules(entries)));
  } catch {
    walk.leftOut.unreadable.push(shown);
  }
}

function hasRules(entries: readonly Dirent[]): boolean {
  return entries.some((entry) => entry.name === ".gitignore" && entry.isFile());
}

function readInside(file: string, shown: string, walk: Walk): void {
  let read: ReturnType<Walk["read"]>;
  try {
    if (walk.seen.has(file)) return;
    read = walk.read(file);
  } catch {
    walk.leftOut.unreadable.push(shown);
    return;
  }
  walk.seen.add(file);
  show(read, shown, walk);
}

/** A file that was named and cannot be read is a problem, not a gap. */
function readOne(file: string, shown: string, walk: Walk): void {
  if (walk.seen.has(file)) return;
  walk.seen.add(file);
  show(walk.read(file), shown, walk);
}

function show(read: ReturnType<Walk["read"]>, shown: string, walk: Walk): void {
  switch (read.kind) {
    case "text": {
      const { bytes } = read;
      walk.visit({ file: shown, bytes, text: () => Buffer.from(bytes).toString("utf8") });
      return;
    }
    case "binary":
      walk.leftOut.binary++;
      return;
    case "too-large":
      walk.leftOut.tooLarge.push(shown);
      return;
  }
}

/** As one would open it from here: relative where it lies below, with slashes everywhere. */
function shownPath(path: string): string {
  const below = isAbsolute(path) ? relative(process.cwd(), path) : normalize(path);
  const shown = below.startsWith("..") && isAbsolute(path) ? normalize(path) : below;
  const plain = shown.replaceAll("\\", "/").replace(/\/+$/, "");
  return plain === "." ? "" : plain;
}

function unreadable(file: string, reason: string): Problem {
  return { code: "file-unreadable", file, reason };
}
