import { once } from "node:events";
import { stat } from "node:fs/promises";
import type { AddressInfo } from "node:net";
import { setFlagsFromString } from "node:v8";
import { Hono } from "hono";
import type { Catalog } from "../../core/catalog/catalog.ts";
import { siteAddresses } from "../../core/catalog/site-addresses.ts";
import { usualPairs } from "../../core/compare/usual-pairs.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import { catalogName } from "../../core/report/catalog-name.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import type { IsoDate } from "../../core/units.ts";
import { claimsIn } from "../../deps.ts";
import type { Deps } from "../../operations/operation.ts";
import { type RemoteOptions, remoteDeps } from "../../operations/remote-deps.ts";
import { catalogBytes } from "../../store/compiled-catalog.ts";
import { readEvidence } from "../../store/runs/read-evidence.ts";
import type { Kept } from "../api/answer-request.ts";
import { apiApp } from "../api/api-app.ts";
import { etagOf, isHeld } from "../api/etag.ts";
import { notFound } from "../api/not-found.ts";
import { problemResponse } from "../api/problem-response.ts";
import { mcpApp } from "../mcp/app.ts";
import { fixedPages, showsRuns } from "../web/page-rules.ts";
import { siteFiles } from "../web/site-files.ts";
import { sitemapFiles } from "../web/sitemap-files.ts";
import { type WebOptions, webApp } from "../web/web-app.ts";
import { byteBounded } from "./byte-bounded.ts";
import { compressed, type Packed } from "./compressed.ts";
import { guards, withSecurityHeaders } from "./guards.ts";
import { httpServer } from "./http-server.ts";
import { type Limits, usualLimits } from "./limits.ts";
import { oneByOne } from "./one-by-one.ts";
import { packageRoot, problemPage } from "./package-files.ts";
import { rememberedRuns } from "./remembered-runs.ts";
import { hostsOf, parseServed, type ServedFields } from "./served-options.ts";
import { stop } from "./stopping.ts";

export interface ServedOptions extends Omit<RemoteOptions, "mayWrite"> {
  readonly version: string;
  /** Who shows it may write records. */
  readonly token?: string | undefined;
  /** Names to answer for; absent: any. */
  readonly hosts?: readonly string[] | undefined;
  readonly limits?: Limits;
  readonly isStopping?: () => boolean;
  readonly reportBug?: (error: unknown) => void;
  /** The pages; absent: none are served. */
  readonly web?: Pick<WebOptions, "site" | "files">;
}

/** Everything that is served, in one app. */
export function composedApp(deps: Deps, options: ServedOptions): Hono {
  const { version, token, records, limits = usualLimits, isStopping = () => false } = options;
  const own = { ...deps, runs: rememberedRuns(deps.runs) };
  const stranger = remoteDeps(own, options);
  const { writeDecision } = remoteDeps(deps, { ...options, mayWrite: true });
  const keeper =
    records === undefined || token === undefined
      ? undefined
      : { token, deps: { ...stranger, writeDecision } };
  const kept = byteBounded<string>(limits.keptBytes, (text) => text.length * 2);
  const packed = byteBounded<Packed>(limits.keptBytes, ({ bytes }) => bytes.byteLength);
  const reportBug = (error: unknown) => {
    if (!isHangUp(error)) options.reportBug?.(error);
  };
  const inTurn = oneByOne();
  const keptInTurn: Kept = (name, make) => kept.of(name, () => inTurn(make));

  const app = new Hono();
  app.use(withSecurityHeaders);
  app.onError((error) => {
    reportBug(error);
    return problemResponse({ code: "internal-error" });
  });
  /** Before the guards: a server that is busy is not dead. */
  app.get("/healthz", (c) => c.text("ok\n"));
  app.get("/readyz", async (c) => {
    if (isStopping()) return problemResponse({ code: "stopping" });
    const catalog = await stranger.catalog([]);
    return catalog.ok ? c.text("ok\n") : problemResponse(catalog.problem);
  });
  app.use(...guards({ limits, hosts: options.hosts, refuse: problemResponse }));
  app.use(compressed(packed));
  app.get("/problems/:code", async (c) => {
    const page = await problemPage(c.req.param("code"), packageRoot(import.meta.url));
    if (page === undefined) return problemResponse(notFound(c.req.path));
    return c.body(page, 200, { "Content-Type": "text/markdown; charset=utf-8" });
  });
  app.route(
    "/",
    apiApp(stranger, {
      version,
      keeper,
      kept: keptInTurn,
      withRuns: options.withRuns === true,
      reportBug,
    }),
  );
  app.route("/mcp", mcpApp(stranger, { version, hosts: options.hosts, reportBug }));
  if (options.web !== undefined) {
    const live = options.withRuns ? { isLive: showsRuns } : {};
    const web = { ...options.web, ...live };
    app.route("/", webApp(stranger, { ...web, kept: keptInTurn, etagOf, isHeld }));
  }
  app.notFound((c) => problemResponse(notFound(c.req.path)));
  return app;
}

/** Who asked went away in the middle of it: nobody is left to tell, and nothing is wrong. */
function isHangUp(error: unknown): boolean {
  return error instanceof Error && "code" in error && error.code === "ECONNRESET";
}

/** What all pages of a site are drawn from, opened once. */
export interface OpenSite extends Required<Pick<WebOptions, "site" | "files">> {
  /** Deps whose catalog is the one that was opened. */
  readonly deps: Deps;
  readonly catalog: Catalog;
  readonly today: IsoDate;
}

const notTold = { ok: true, value: null } as const;

export async function openSite(
  deps: Deps,
  asked: Pick<ServedFields, "asOf"> & {
    readonly facts: readonly string[];
    readonly origin: string;
    /** Whether what the team measured is told to whoever reads the pages, and counts there. */
    readonly withRuns: boolean;
  },
): Promise<Outcome<OpenSite>> {
  const catalog = await deps.catalog(asked.facts, { withoutRuns: !asked.withRuns });
  if (!catalog.ok) return catalog;
  const evidence = asked.withRuns ? await readEvidence() : notTold;
  if (!evidence.ok) return evidence;
  const claims = await claimsIn(asked.facts);
  if (!claims.ok) return claims;
  const today = asked.asOf ?? deps.today();
  const root = packageRoot(import.meta.url);
  const { assets, files } = siteFiles({
    ...catalogBytes(new URL("dist/catalog/", root)),
    built: new URL("dist/web/", root),
    catalog: catalog.value,
    claims: claims.value,
    evidence: evidence.value,
    today,
  });
  const site = { origin: asked.origin, stamp: catalogName(catalog.value), assets };
  const held: Deps = {
    ...deps,
    catalog: async () => catalog,
    measured: async () => evidence,
  };
  return { ok: true, value: { deps: held, catalog: catalog.value, today, site, files } };
}

/** What a process gives a server. */
export interface ServedIo {
  readonly stderr: { readonly write: (text: string) => unknown };
  readonly version: string;
}

/** Serves until SIGTERM or SIGINT; what is under way then is finished. */
export async function serve(
  fields: Readonly<Record<string, unknown>>,
  io: ServedIo,
  deps: Deps,
): Promise<Outcome<number>> {
  const asked = parseServed(fields);
  if (!asked.ok) return asked;
  const { facts, records, asOf, site: origin } = asked.value;
  const wrongFolder = await checkRecords(records);
  if (wrongFolder !== undefined) return { ok: false, problem: wrongFolder };
  /** Else V8 lets what nobody holds any more pile up to ten times what is held, under load. */
  setFlagsFromString("--heap-growing-percent=50");
  const opened = await openSite(deps, { facts, asOf, origin, withRuns: asked.value.runs });
  if (!opened.ok) return opened;
  const { catalog, today, site, files } = opened.value;
  const withRuns = asked.value.runs;

  let isStopping = false;
  const { STEELYARD_TOKEN: token } = process.env;
  const told = origin === "" ? [] : sitemapFiles(files, origin, usualAddresses(catalog, today));
  const app = composedApp(opened.value.deps, {
    web: { site, files: new Map([...files, ...told]) },
    ...{ version: io.version, facts, records, asOf, withRuns, hosts: hostsOf(asked.value) },
    token: token === "" ? undefined : token,
    isStopping: () => isStopping,
    reportBug: (error) => io.stderr.write(`steelyard: ${bugText(error)}\n`),
  });
  const server = httpServer(app, {
    limits: usualLimits,
    refuse: problemResponse,
    isAlone: true,
  });
  const listening = await listen(server, asked.value);
  if (!listening.ok) return listening;
  io.stderr.write(`steelyard: ${listening.value} · ${catalogName(catalog)}\n`);
  await Promise.race([once(process, "SIGTERM"), once(process, "SIGINT")]);
  isStopping = true;
  await stop(server, usualLimits.graceMs);
  return { ok: true, value: 0 };
}

/** Pages to tell search engines of; a server answers for any other pair too. */
function usualAddresses(catalog: Catalog, asOf: IsoDate): readonly string[] {
  return [...fixedPages, ...siteAddresses(catalog, usualPairs(catalog, { asOf }))];
}

async function checkRecords(folder: string | undefined): Promise<Problem | undefined> {
  if (folder === undefined) return undefined;
  try {
    if ((await stat(folder)).isDirectory()) return undefined;
    return { code: "file-unreadable", file: folder, reason: "it is no folder" };
  } catch (cause) {
    return { code: "file-unreadable", file: folder, reason: systemReason(cause) };
  }
}

async function listen(
  server: ReturnType<typeof httpServer>,
  { port, host }: ServedFields,
): Promise<Outcome<string>> {
  const shown = host.includes(":") ? `[${host}]` : host;
  try {
    server.listen(port, host);
    await once(server, "listening");
  } catch (cause) {
    const reason = systemReason(cause);
    return { ok: false, problem: { code: "cannot-listen", address: `${shown}:${port}`, reason } };
  }
  return { ok: true, value: `http://${shown}:${portOf(server.address(), port)}` };
}

function portOf(address: AddressInfo | string | null, asked: number): number {
  return typeof address === "object" && address !== null ? address.port : asked;
}

/** Where it happened. Neither what was asked nor a header is in it. */
function bugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.split("\n").map(cleanText).join("\n");
}
