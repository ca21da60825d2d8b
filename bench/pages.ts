import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { comparisonAddress, comparisonSlug } from "../src/core/catalog/page-address.ts";
import { usualPairs } from "../src/core/compare/usual-pairs.ts";
import { questionsData } from "../src/core/report/structured-data.ts";
import { buildDeps } from "../src/deps.ts";
import { composedApp, openSite } from "../src/faces/serve/main.ts";
import { compare } from "../src/operations/compare.ts";
import { median } from "./median.ts";
import { installedAstro } from "./pages/astro-site.ts";
import { inTurn, type Load, load } from "./pages/load.ts";
import { pageData } from "./pages/page-data.ts";
import { freePort, ran, served } from "./pages/processes.ts";
import type { Reckoned } from "./pages/reckoned.ts";

/** `npm run bench:pages`: how fast pages are drawn, served and exported, beside Astro and bare Node. */
const asOf = "2026-11-20";
const rounds = 3;
/** Pages that Astro draws; it has no use for more to be measured by. */
const astroPages = Number(process.argv[2] ?? 1000);
const keptPages = 50;
const command = fileURLToPath(new URL("../dist/faces/cli/main.js", import.meta.url));
const drawing = fileURLToPath(new URL("pages/drawing-server.ts", import.meta.url));
const bare = fileURLToPath(new URL("pages/bare-server.mjs", import.meta.url));
const root = fileURLToPath(new URL("..", import.meta.url));
const report = new URL("../docs/benchmarks.md", import.meta.url);

const folder = mkdtempSync(join(tmpdir(), "steelyard-pages-"));
const [data, bytes, reckoned] = [
  join(folder, "data"),
  join(folder, "bytes"),
  join(folder, "reckoned"),
];
for (const each of [data, bytes, reckoned]) mkdirSync(each);

const deps = buildDeps();
const opened = await openSite(deps, { facts: [], asOf, origin: "", withRuns: false });
if (!opened.ok) throw new Error(opened.problem.code);
const { catalog } = opened.value;

/** A prime, so that neighbours in the list, which share their models, do not follow each other. */
const stride = 4001;
const usual = usualPairs(catalog, { asOf });
const pairs = usual.map((_, index) => usual[(index * stride) % usual.length] ?? ["", ""]);
const slugs = pairs.map((pair) => comparisonSlug(catalog, pair) ?? "");
const paths = slugs.map(comparisonAddress);

const app = composedApp(opened.value.deps, { version: "0", asOf, web: opened.value });
const drawn = await drawnInProcess();
await writeData();
const astro = installedAstro();

const builtBy = { BENCH_DATA: data, BENCH_PAGES: String(astroPages) };
const astroBin = join(astro.folder, "node_modules/astro/astro.js");
const inAstro = (output: string) => ({
  cwd: astro.folder,
  env: { ...builtBy, BENCH_OUTPUT: output, ASTRO_TELEMETRY_DISABLED: "1" },
});
await ran([astroBin, "build"], inAstro("server"));
const loads = await loadsInTurn();
const exported = await ran([command, "export", join(folder, "site"), "--as-of", asOf], {
  cwd: folder,
});
const again = await ran(
  [command, "export", join(folder, "site"), "--as-of", asOf, "--site", "https://example.org"],
  { cwd: folder },
);
const built = await ran([astroBin, "build"], inAstro("static"));

const exportedPages = Number(/([\d,]+) pages/.exec(exported.output)?.[1]?.replace(/,/g, ""));
const lines = table();
console.log(lines.join("\n"));
const text = readFileSync(report, "utf8");
const between = /(<!-- pages -->\n)[\s\S]*(<!-- end of pages -->)/;
writeFileSync(report, text.replace(between, `$1${lines.join("\n")}\n$2`));
rmSync(folder, { recursive: true });

/** Pages a second in this process, nothing kept; the first few hundred warm it up. */
async function drawnInProcess(): Promise<number> {
  const warm = 300;
  const rates: number[] = [];
  for (let round = 0; round <= rounds; round++) {
    const asked = paths.slice(round * warm, (round + 1) * warm);
    const start = performance.now();
    for (const path of asked) await (await app.request(path)).text();
    rates.push((1000 * asked.length) / (performance.now() - start));
  }
  return median(rates.slice(1));
}

/** What Astro draws from, and what bare Node sends. */
async function writeData(): Promise<void> {
  for (const [index, models] of pairs.slice(0, astroPages).entries()) {
    const slug = slugs[index] ?? "";
    const answer = await compare.answer({ models, asOf }, opened.ok ? opened.value.deps : deps);
    if (!answer.ok) throw new Error(answer.problem.code);
    const { value, report } = answer.value;
    const document = report({ brief: false, withSources: false });
    const [address, structured] = [paths[index] ?? "", questionsData(value)];
    const page = pageData(document, { catalog, address, structured });
    writeFileSync(join(data, `${slug}.json`), JSON.stringify(page));
    const left: Reckoned = { document, address, structured };
    writeFileSync(join(reckoned, `${slug}.json`), JSON.stringify(left));
    if (index >= 300) continue;
    writeFileSync(join(bytes, slug), await (await app.request(paths[index] ?? "")).text());
  }
}

type Loads = Readonly<Record<"cold" | "kept" | "drawn" | "astro" | "bare", readonly Load[]>>;

/** Each server in a process of its own, one after the other, and all of it again. */
async function loadsInTurn(): Promise<Loads> {
  const loads = {
    ...{ cold: noLoads(), kept: noLoads(), drawn: noLoads() },
    ...{ astro: noLoads(), bare: noLoads() },
  };
  const few = inTurn(paths.slice(0, keptPages));
  const cold = inTurn(paths);
  const some = inTurn(paths.slice(0, 300));
  const all = inTurn(paths.slice(0, astroPages));
  for (let round = 0; round < rounds; round++) {
    const own = await served([command, "serve", "--port", "0", "--as-of", asOf]);
    await load(own, cold);
    loads.cold.push(await load(own, cold));
    await load(own, few);
    loads.kept.push(await load(own, few));
    await own.stop();
    const drawer = await served(["--import", "tsx", drawing, reckoned, asOf], {}, root);
    await load(drawer, all);
    loads.drawn.push(await load(drawer, all));
    await drawer.stop();
    const other = await served([join(astro.folder, "served/server/entry.mjs")], {
      ...builtBy,
      HOST: "127.0.0.1",
      PORT: String(await freePort()),
    });
    await load(other, all);
    loads.astro.push(await load(other, all));
    await other.stop();
    const plain = await served([bare, bytes]);
    loads.bare.push(await load(plain, some));
    await plain.stop();
  }
  return loads;
}

function noLoads(): Load[] {
  return [];
}

function table(): readonly string[] {
  const of = (name: keyof Loads, part: keyof Load) => median(loads[name].map((each) => each[part]));
  const rate = (name: keyof Loads) => of(name, "perSecond");
  const times = (own: number, other: number) => `${(own / other).toFixed(1)} ×`;
  const row = (name: keyof Loads, what: string) => {
    const [p99, bytes, processor] = [
      of(name, "p99Ms"),
      of(name, "bytesEach"),
      of(name, "processorMsEach"),
    ];
    const beside = `${times(rate(name), rate("astro"))} | ${times(of("astro", "processorMsEach"), processor)}`;
    return `| ${what} | ${rate(name).toFixed(0)} | ${p99.toFixed(0)} ms | ${(bytes / 1000).toFixed(1)} kB | ${processor.toFixed(2)} ms | ${beside} |`;
  };
  const ownRate = exportedPages / exported.seconds;
  const astroRate = astroPages / built.seconds;
  return [
    `On ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, medians of ${rounds} rounds in one run; Astro ${astro.version}.`,
    "",
    `Drawn in one process, nothing kept: ${drawn.toFixed(0)} comparisons a second.`,
    "",
    "| over HTTP, 16 connections | requests a second | 99 of 100 within | a page | processor time | requests beside Astro | by processor time |",
    "|---|---:|---:|---:|---:|---:|---:|",
    row("cold", "Steelyard, each page another, reckoned and drawn"),
    row("drawn", "Steelyard, drawn from what is reckoned, as Astro does"),
    row("kept", `Steelyard, ${keptPages} pages again and again`),
    row("astro", "Astro, served by its Node adapter"),
    row("bare", "bare Node, the same bytes from memory"),
    "",
    "| as files | pages | seconds | pages a second | memory at most | beside Astro |",
    "|---|---:|---:|---:|---:|---:|",
    `| Steelyard, all of it | ${exportedPages} | ${exported.seconds.toFixed(1)} | ${ownRate.toFixed(0)} | ${exported.megabytes.toFixed(0)} MB | ${times(ownRate, astroRate)} |`,
    `| the same with other addresses in it | ${exportedPages} | ${again.seconds.toFixed(1)} | ${(exportedPages / again.seconds).toFixed(0)} | ${again.megabytes.toFixed(0)} MB | ${times(exportedPages / again.seconds, astroRate)} |`,
    `| Astro, comparisons alone | ${astroPages} | ${built.seconds.toFixed(1)} | ${astroRate.toFixed(0)} | ${built.megabytes.toFixed(0)} MB | 1 × |`,
    "",
  ];
}
