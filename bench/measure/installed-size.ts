import { execFileSync } from "node:child_process";
import { existsSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { z } from "zod";
import { installedPromptfoo, promptfoo } from "./promptfoo.ts";

/** What a package takes on a disk, with everything it needs. */
export interface InstalledSize {
  readonly title: string;
  readonly packages: number;
  readonly megabytes: number;
}

const root = fileURLToPath(new URL("../..", import.meta.url));
const Lock = z.object({
  packages: z.record(z.string(), z.object({ dev: z.boolean().optional() })),
});
const Manifest = z.object({ files: z.array(z.string()) });

/** Both without what only their makers need; the Node that promptfoo asks for is left out. */
export function installedSizes(): readonly InstalledSize[] {
  const theirs = join(installedPromptfoo(), "node_modules");
  const own = packagesOf(root);
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(root, "package.json"), "utf8")));
  const published = manifest.files.map((file) => join(root, file));
  const nodes = packagesOf(installedPromptfoo()).filter((path) => /\/node(-bin[^/]*)?$/.test(path));
  return [
    {
      title: "Steelyard",
      packages: own.length + 1,
      megabytes: megabytesOf([...own, ...published]),
    },
    {
      title: promptfoo.title,
      packages: packagesOf(installedPromptfoo()).length - nodes.length,
      megabytes: megabytesOf([theirs]) - megabytesOf(nodes),
    },
  ];
}

/** Folders of what a lock file names and what is there. */
function packagesOf(folder: string): readonly string[] {
  const { packages } = Lock.parse(
    JSON.parse(readFileSync(join(folder, "package-lock.json"), "utf8")),
  );
  return Object.entries(packages)
    .filter(([path, { dev = false }]) => path !== "" && !dev)
    .map(([path]) => join(folder, path))
    .filter((path) => existsSync(path));
}

function megabytesOf(paths: readonly string[]): number {
  if (paths.length === 0) return 0;
  const said = execFileSync("du", ["-sk", "--total", ...paths], { encoding: "utf8" });
  return Number(/(\d+)\ttotal\s*$/.exec(said)?.[1]) / 1024;
}
