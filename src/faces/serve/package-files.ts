import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";

/** The folder of the package, from a source file and from a bundle alike. */
export function packageRoot(from: string): URL {
  let folder = new URL(".", from);
  while (!existsSync(new URL("package.json", folder))) {
    const above = new URL("..", folder);
    if (above.href === folder.href) throw new Error(`no package around ${from}`);
    folder = above;
  }
  return folder;
}

/** The page of a problem, by its code; undefined where there is none. */
export async function problemPage(code: string, root: URL): Promise<string | undefined> {
  if (!/^[a-z-]+$/.test(code)) return undefined;
  try {
    return await readFile(new URL(`docs/problems/${code}.md`, root), "utf8");
  } catch {
    return undefined;
  }
}
