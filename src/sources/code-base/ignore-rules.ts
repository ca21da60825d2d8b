import { readFileSync } from "node:fs";
import { join } from "node:path";
import ignore, { type Ignore } from "ignore";

/** The `.gitignore` files from the folder asked for down to one below it. */
export interface IgnoreRules {
  readonly isIgnored: (name: string, isFolder: boolean) => boolean;
  /** The rules that hold in a folder of this one. */
  readonly into: (name: string, hasOwnFile: boolean) => IgnoreRules;
}

interface Level {
  readonly rules: Ignore;
  /** Folders from where the rules stand to here: `src/app/`; empty where they stand. */
  readonly path: string;
}

/** Nothing above the folder is read, so rules of a folder further up do not hold. */
export function ignoreRulesOf(folder: string, hasOwnFile: boolean): IgnoreRules {
  return rulesAt(folder, [], hasOwnFile);
}

function rulesAt(folder: string, above: readonly Level[], hasOwnFile: boolean): IgnoreRules {
  const own = hasOwnFile ? readRules(join(folder, ".gitignore")) : undefined;
  const levels = own === undefined ? above : [{ rules: own, path: "" }, ...above];
  return {
    isIgnored: (name, isFolder) => judge(levels, isFolder ? `${name}/` : name),
    into: (name, hasFile) => {
      const deeper = levels.map(({ rules, path }) => ({ rules, path: `${path}${name}/` }));
      return rulesAt(join(folder, name), deeper, hasFile);
    },
  };
}

/** The nearest file that says anything decides, as git has it. */
function judge(levels: readonly Level[], name: string): boolean {
  for (const { rules, path } of levels) {
    const { ignored, unignored } = rules.test(path + name);
    if (ignored || unignored) return ignored;
  }
  return false;
}

/** A file of rules that cannot be read rules nothing. */
function readRules(file: string): Ignore | undefined {
  try {
    return ignore().add(readFileSync(file, "utf8"));
  } catch {
    return undefined;
  }
}
