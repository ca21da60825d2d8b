/**
 * Writes the committed snapshot under `data/snapshot` from two openly licensed packages: one file a
 * provider, one line a route, so that a diff of two snapshots reads as price history.
 *
 *   npm run snapshot
 *   npm run snapshot -- --pi-ai 1.5.2
 *
 * genai-prices has the version that `package.json` pins; pi-ai is packed from the registry.
 */
import { execFileSync } from "node:child_process";
import { mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { createRequire } from "node:module";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import { waitForUpdate } from "@pydantic/genai-prices";
import { z } from "zod";
import { genaiLeftOutBecause } from "../src/sources/genai-prices.ts";
import { WireGenaiProvider } from "../src/sources/genai-prices-wire.ts";
import { WirePiManifest, WirePiProvider } from "../src/sources/pi-ai-wire.ts";

const snapshotFolder = fileURLToPath(new URL("../data/snapshot/", import.meta.url));

const { values: asked } = parseArgs({ options: { "pi-ai": { type: "string" } } });

interface ProviderRows {
  readonly head: { readonly id: string };
  readonly rows: readonly { readonly id: string }[];
}

interface PackageSnapshot {
  readonly package: string;
  readonly version: string;
  readonly licence: string;
  readonly observedOn: string;
  readonly providers: readonly ProviderRows[];
  readonly leftOut: Readonly<Record<string, number>>;
}

write("genai-prices", await snapshotGenaiPrices());
write("pi-ai", snapshotPiAi(asked["pi-ai"] ?? "1.5.2"));

async function snapshotGenaiPrices(): Promise<PackageSnapshot> {
  const name = "@pydantic/genai-prices";
  const manifest = createRequire(import.meta.url)
    .resolve(name)
    .replace(/dist.*$/, "package.json");
  const { version } = z.object({ version: z.string() }).parse(readJson(manifest));
  const leftOut: Record<string, number> = {};
  const providers = z
    .array(WireGenaiProvider)
    .parse(await waitForUpdate())
    .map(({ models, ...head }) => ({
      head,
      rows: models.filter((model) => isKept(genaiLeftOutBecause(model, head.id), leftOut)),
    }));
  const published = publicationDays(name)[version];
  if (published === undefined) throw new Error(`The registry does not date ${name} ${version}.`);
  const observedOn = published.slice(0, 10);
  return { package: name, version, licence: "MIT", observedOn, providers, leftOut };
}

function snapshotPiAi(version: string): PackageSnapshot {
  const name = "@earendil-works/pi-ai";
  const temporary = mkdtempSync(join(tmpdir(), "steelyard-snapshot-"));
  try {
    const spec = `${name}@${version}`;
    execFileSync("npm", ["pack", spec, "--silent", "--pack-destination", temporary]);
    const [archive = ""] = readdirSync(temporary);
    execFileSync("tar", ["-xzf", archive], { cwd: temporary });
    const folder = join(temporary, "package/dist/providers/data");
    const { generatedAt } = WirePiManifest.parse(readJson(join(folder, ".manifest.json")));
    const files = readdirSync(folder).filter((file) => /^[^.].*\.json$/.test(file));
    const providers = files.map((file) => ({
      head: { id: file.replace(".json", "") },
      rows: Object.values(WirePiProvider.parse(readJson(join(folder, file)))).flatMap((group) =>
        Object.values(group),
      ),
    }));
    const observedOn = generatedAt.slice(0, 10);
    return { package: name, version, licence: "MIT", observedOn, providers, leftOut: {} };
  } finally {
    rmSync(temporary, { recursive: true });
  }
}

function isKept(because: string | undefined, leftOut: Record<string, number>): boolean {
  if (because !== undefined) leftOut[because] = (leftOut[because] ?? 0) + 1;
  return because === undefined;
}

function write(source: string, { providers, ...about }: PackageSnapshot): void {
  const folder = join(snapshotFolder, source);
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder, { recursive: true });
  const kept = providers.filter(({ rows }) => rows.length > 0);
  for (const { head, rows } of kept) {
    const sorted = [...rows].sort((a, b) => (a.id < b.id ? -1 : 1));
    const lines = [head, ...sorted].map((line) => `${JSON.stringify(line)}\n`);
    writeFileSync(join(folder, `${head.id}.jsonl`), lines.join(""));
  }
  const routes = kept.reduce((sum, { rows }) => sum + rows.length, 0);
  const manifest = { ...about, providers: kept.length, routes };
  writeFileSync(join(folder, "manifest.json"), `${JSON.stringify(manifest, null, 2)}\n`);
  process.stdout.write(`${source} ${about.version}: ${kept.length} providers, ${routes} routes\n`);
}

function publicationDays(name: string): Readonly<Record<string, string>> {
  const answer = execFileSync("npm", ["view", name, "time", "--json"], { encoding: "utf8" });
  return z.record(z.string(), z.string()).parse(JSON.parse(answer));
}

function readJson(path: string): unknown {
  return JSON.parse(readFileSync(path, "utf8"));
}
