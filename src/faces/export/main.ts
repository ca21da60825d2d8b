import { createHash } from "node:crypto";
import { existsSync } from "node:fs";
import { readFile } from "node:fs/promises";
import { basename } from "node:path";
import type { Catalog } from "../../core/catalog/catalog.ts";
import { parseComparisons } from "../../core/catalog/listed-comparisons.ts";
import { siteAddresses } from "../../core/catalog/site-addresses.ts";
import { usualPairs } from "../../core/compare/usual-pairs.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import { deadLinkText, exportSkipped, exportSummary } from "../../core/report/export-words.ts";
import type { ProgressOutput } from "../../core/report/progress-line.ts";
import type { IsoDate } from "../../core/units.ts";
import type { Deps } from "../../operations/operation.ts";
import { runs } from "../../operations/runs.ts";
import { usualLimits } from "../serve/limits.ts";
import { composedApp, type OpenSite, openSite } from "../serve/main.ts";
import { fixedPages } from "../web/page-rules.ts";
import { sitemapFiles } from "../web/sitemap-files.ts";
import { type Answer, type Ask, answerOf } from "./answer.ts";
import { BrokenExport } from "./broken-export.ts";
import { crawl } from "./crawl.ts";
import type { Drawing } from "./drawing.ts";
import { type ExportFolder, openExportFolder } from "./export-folder.ts";
import { type ExportFields, parseExport } from "./export-options.ts";
import { pathOf } from "./path-of.ts";
import { progressOn } from "./progress.ts";
import { threadCount } from "./thread-count.ts";

/** What a process gives an export. */
export interface ExportIo {
  readonly stdout: ProgressOutput;
  readonly stderr: ProgressOutput;
  readonly version: string;
}

/**
 * Writes the whole site into a folder, or what has changed of it, and ends.
 *
 * @param thread the file that threads run, where `deps` are those they build for themselves; absent,
 * or not there, as where sources run: pages are drawn in the process itself
 */
export async function exportSite(
  fields: Readonly<Record<string, unknown>>,
  io: ExportIo,
  deps: Deps,
  thread?: URL,
): Promise<Outcome<number>> {
  const asked = parseExport(fields);
  if (!asked.ok) return asked;
  const { folder: name, intoExisting } = asked.value;
  try {
    const folder = await openExportFolder(name, { mayShare: intoExisting });
    if (!folder.ok) return folder;
    return await exportInto(folder.value, asked.value, { io, deps, thread });
  } catch (cause) {
    if (cause instanceof BrokenExport) return { ok: false, problem: cause.problem };
    if (!isOfDisk(cause)) throw cause;
    const file = cause.path ?? name;
    return { ok: false, problem: { code: "file-unwritable", file, reason: systemReason(cause) } };
  }
}

async function exportInto(
  folder: ExportFolder,
  asked: ExportFields,
  { io, deps, thread }: Pick<Drawn, "io" | "thread"> & { readonly deps: Deps },
): Promise<Outcome<number>> {
  const start = performance.now();
  const opened = await openSite(deps, { ...asked, origin: asked.site, withRuns: asked.runs });
  if (!opened.ok) return opened;
  const { catalog, today } = opened.value;
  const comparisons = await comparisonsOf(asked.pairs, catalog, today);
  if (!comparisons.ok) return comparisons;
  const measured = asked.runs ? await measuredSoFar(deps) : nothingMeasured;
  if (!measured.ok) return measured;
  const rests = { comparisons: comparisons.value, measured: measured.value };
  const drawnFrom = nameOf(io.version, opened.value, rests);
  if (await folder.holds(drawnFrom)) {
    io.stdout.write(exportSkipped(asked.folder));
    return { ok: true, value: 0 };
  }
  try {
    const pages = await drawInto(folder, opened.value, {
      io,
      ...asked,
      thread,
      comparisons: comparisons.value,
    });
    const counts = await folder.finish(drawnFrom);
    if (!counts.ok) return counts;
    const seconds = (performance.now() - start) / 1000;
    const hasSitemap = asked.site !== "";
    const summary = { ...counts.value, folder: asked.folder, pages, seconds, hasSitemap };
    io.stdout.write(exportSummary(summary));
    return { ok: true, value: 0 };
  } finally {
    await folder.abandon();
  }
}

async function comparisonsOf(
  pairs: string,
  catalog: Catalog,
  asOf: IsoDate,
): Promise<Outcome<readonly (readonly string[])[]>> {
  if (pairs === "none") return { ok: true, value: [] };
  if (pairs === "default") return { ok: true, value: usualPairs(catalog, { asOf }) };
  try {
    return parseComparisons(await readFile(pairs, "utf8"), catalog, pairs);
  } catch (cause) {
    const reason = systemReason(cause);
    return { ok: false, problem: { code: "file-unreadable", file: pairs, reason } };
  }
}

const nothingMeasured = { ok: true, value: "" } as const;

/** What changes when there is more to draw of runs. */
async function measuredSoFar(deps: Deps): Promise<Outcome<string>> {
  const answer = await runs.answer({}, deps);
  return answer.ok ? { ok: true, value: JSON.stringify(answer.value.value) } : answer;
}

interface Drawn extends Pick<ExportFields, "facts" | "threads" | "runs"> {
  readonly io: ExportIo;
  readonly comparisons: readonly (readonly string[])[];
  readonly thread?: URL | undefined;
}

/** Tells how many pages there are. */
async function drawInto(folder: ExportFolder, opened: OpenSite, asked: Drawn): Promise<number> {
  const { site, files, catalog } = opened;
  const plain = [...files.keys()].filter((address) => address !== "/robots.txt");
  const pages = [...fixedPages, ...siteAddresses(catalog, asked.comparisons)];
  const drawing = await drawingOf(opened, asked, pages.length);
  const addresses: string[] = [];
  try {
    const { files: drawn, known, deadLinks } = crawl(drawing, [...pages, feed, ...plain]);
    const progress = progressOn(asked.io.stderr);
    let count = 0;
    for await (const { address, path, bytes, isPage } of drawn) {
      await folder.take(path, bytes);
      if (isPage) addresses.push(address);
      progress.tell(++count, known());
    }
    progress.end();
    for (const link of deadLinks()) asked.io.stderr.write(`${deadLinkText(link)}\n`);
  } finally {
    await drawing.end();
  }
  const robots = files.get("/robots.txt");
  const told =
    site.origin === ""
      ? new Map(robots && [["/robots.txt", robots]])
      : sitemapFiles(files, site.origin, addresses);
  for (const [address, { bytes }] of told) {
    await folder.take(pathOf(address, false), bytes);
  }
  return addresses.length;
}

const feed = "/changes.atom";

/** Threads, where they are worth opening the catalog again. */
async function drawingOf(
  opened: OpenSite,
  { io, facts, threads, runs: withRuns, thread }: Drawn,
  pages: number,
): Promise<Drawing> {
  const count = threads ?? threadCount(pages);
  if (count === 1 || thread === undefined || !existsSync(thread)) {
    const ask = askerOf(opened, { version: io.version, runs: withRuns });
    return { ask, together: 1, atOnce: 1, end: async () => {} };
  }
  const { drawingThreads } = await import("./threads.ts");
  const { site, today, catalog } = opened;
  const named = { origin: site.origin, catalogHash: catalog.hash };
  const from = { facts, asOf: today, ...named, runs: withRuns };
  return drawingThreads({ version: io.version, ...from }, { file: thread, count });
}

/** The app as it is served, which keeps nothing here and tells what is wrong instead of writing it down. */
export function askerOf(
  { deps, site, files, today }: OpenSite,
  { version, runs: withRuns }: Pick<ExportIo, "version"> & Pick<ExportFields, "runs">,
): Ask {
  const failures: string[] = [];
  const app = composedApp(deps, {
    ...{ version, withRuns },
    asOf: today,
    web: { site, files },
    limits: { ...usualLimits, keptBytes: 0 },
    reportBug: (error) => failures.push(error instanceof Error ? error.message : String(error)),
  });
  return async (addresses) => {
    const answers: Answer[] = [];
    for (const address of addresses) {
      const answer = await answerOf(await app.request(address));
      const [failure] = failures.splice(0);
      answers.push(failure === undefined ? answer : { ...answer, failure });
    }
    return answers;
  };
}

/** All that the files are drawn from; the name of a bundled program tells what is in it. */
function nameOf(
  version: string,
  { today, catalog, site, files }: OpenSite,
  rests: { readonly comparisons: Drawn["comparisons"]; readonly measured: string },
): string {
  const etags = [...files].map(([address, { etag }]) => [address, etag]);
  const program = [version, basename(import.meta.url)];
  const all = [program, today, catalog.hash, site, etags, rests];
  return createHash("sha256").update(JSON.stringify(all)).digest("base64url");
}

function isOfDisk(cause: unknown): cause is NodeJS.ErrnoException {
  return cause instanceof Error && "syscall" in cause && "code" in cause;
}
