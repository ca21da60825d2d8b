import { execFileSync } from "node:child_process";
import { cpSync, existsSync, mkdirSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const template = fileURLToPath(new URL("astro/", import.meta.url));

/** Where the site that ours is measured beside is built; installed once, outside this repository. */
const folder = join(tmpdir(), "steelyard-bench-astro");

export interface AstroSite {
  readonly folder: string;
  readonly version: string;
}

/** An Astro 5 site with the same pages, its packages from the registry. */
export function installedAstro(): AstroSite {
  mkdirSync(folder, { recursive: true });
  cpSync(template, folder, { recursive: true });
  const packages = { astro: "^5.17.3", "@astrojs/node": "^9.5.5" };
  const manifest = { name: "bench", private: true, type: "module", dependencies: packages };
  writeFileSync(join(folder, "package.json"), JSON.stringify(manifest));
  if (!existsSync(join(folder, "node_modules/astro"))) {
    execFileSync("npm", ["install", "--no-audit", "--no-fund"], { cwd: folder, stdio: "ignore" });
  }
  const { version } = JSON.parse(
    readFileSync(join(folder, "node_modules/astro/package.json"), "utf8"),
  );
  return { folder, version: String(version) };
}
