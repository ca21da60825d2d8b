import { type Context, Hono } from "hono";
import { httpStatusOf } from "../../core/problems/http-status.ts";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { changes } from "../../operations/changes.ts";
import type { Deps } from "../../operations/operation.ts";
import { changesInput } from "./forms/changes-form.ts";
import { pageHtml } from "./layout/page-html.ts";
import type { Site } from "./layout/site.ts";
import type { PageAnswer } from "./page.ts";
import { pageAt } from "./page-rules.ts";
import { problemPage } from "./pages/problem-page.ts";

/** A file that pages load or that stands beside them. */
export interface SiteFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly etag: string;
}

export interface WebOptions {
  readonly site: Site;
  /** By address. */
  readonly files: ReadonlyMap<string, SiteFile>;
  /** Names an answer by all it rests on. */
  readonly etagOf: (parts: readonly unknown[]) => string;
  readonly isHeld: (ifNoneMatch: string | undefined, etag: string) => boolean;
  /** Whether what stands at an address may be another at the next moment; absent: nothing is. */
  readonly isLive?: (path: string) => boolean;
  /** The page of this name, drawn when there is none yet. */
  readonly kept: (etag: string, draw: () => Promise<Outcome<string>>) => Promise<Outcome<string>>;
}

/** The pages, and the files they load. It stands last: what it does not know is a page not found. */
export function webApp(deps: Deps, options: WebOptions): Hono {
  const app = new Hono();
  app.get("/changes.atom", (c) => sendFeed(c, deps, options));
  app.get("*", async (c, next) => {
    const file = options.files.get(c.req.path);
    if (file !== undefined) return sendFile(c, file, options);
    return (await sendPage(c, deps, options)) ?? next();
  });
  app.post("/scan", async (c) => {
    const address = new URL(c.req.url);
    address.search = new URLSearchParams(await c.req.text()).toString();
    const answer = await pageAt(address, deps);
    return answer?.kind === "page"
      ? c.html(String(pageHtml(answer.page, options.site)), 200, { "Cache-Control": "no-store" })
      : sendOther(c, answer, options.site);
  });
  return app;
}

/** What is named by what is in it never changes. */
function sendFile(
  c: Context,
  { type, bytes, etag }: SiteFile,
  { isHeld }: Pick<WebOptions, "isHeld">,
): Response {
  const isNamed = c.req.path.startsWith("/assets/");
  const age = isNamed ? "public, max-age=31536000, immutable" : "no-cache";
  const headers = { ETag: etag, "Cache-Control": age };
  if (isHeld(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
  return c.body(bytes, 200, { ...headers, "Content-Type": type });
}

async function sendPage(
  c: Context,
  deps: Deps,
  options: WebOptions,
): Promise<Response | undefined> {
  const { site, kept, etagOf, isHeld } = options;
  const address = new URL(c.req.url);
  if (options.isLive?.(address.pathname)) return sendLive(c, deps, site);
  const catalog = await deps.catalog([]);
  const hash = catalog.ok ? catalog.value.hash : "";
  const etag = etagOf([site, hash, deps.today(), address.pathname, address.search]);
  const headers = { ETag: etag, "Cache-Control": "no-cache" };
  if (isHeld(c.req.header("If-None-Match"), etag)) return c.body(null, 304, headers);
  const text = await kept(etag, async () => {
    const answer = await pageAt(address, deps);
    return answer?.kind === "page"
      ? { ok: true, value: String(pageHtml(answer.page, site, address.search)) }
      : { ok: false, problem: answer?.kind === "problem" ? answer.problem : noPage(c) };
  });
  if (text.ok) return c.html(text.value, 200, headers);
  const answer = await pageAt(address, deps);
  const isReader = c.req.header("Accept")?.includes("text/html") ?? false;
  return answer === undefined && !isReader ? undefined : sendOther(c, answer, site);
}

/** Drawn anew for each who asks, and kept by nobody. */
async function sendLive(c: Context, deps: Deps, site: Site): Promise<Response> {
  const address = new URL(c.req.url);
  const answer = await pageAt(address, deps);
  if (answer?.kind !== "page") return sendOther(c, answer, site);
  const html = pageHtml(answer.page, site, address.search);
  return c.html(String(html), 200, { "Cache-Control": "no-store" });
}

function noPage(c: Context): Problem {
  return { code: "not-found", what: "page", asked: c.req.path, closest: [] };
}

/** What is no page: it stands elsewhere, or something is wrong with the question. */
function sendOther(
  c: Context,
  answer: PageAnswer | undefined,
  site: Site,
): Response | Promise<Response> {
  if (answer?.kind === "moved") return c.redirect(answer.address, answer.isForNow ? 302 : 301);
  const wrong = answer?.kind === "problem" ? answer : { problem: noPage(c) };
  const { search } = new URL(c.req.url);
  const html = pageHtml(problemPage(wrong, c.req.path), site, search);
  return c.html(String(html), httpStatusOf[wrong.problem.code], { "Cache-Control": "no-store" });
}

/** What changed lately, for readers of feeds. It names itself only where the site's origin is known. */
async function sendFeed(c: Context, deps: Deps, { site }: WebOptions): Promise<Response> {
  const input = changesInput(new URLSearchParams(), deps.today());
  const self = site.origin === "" ? {} : { feedUrl: `${site.origin}/changes.atom` };
  const answer = await changes.answer({ ...input, ...self }, deps);
  if (!answer.ok) return sendOther(c, { kind: "problem", problem: answer.problem }, site);
  const text = answer.value.print("atom") ?? "";
  return c.body(text, 200, { "Content-Type": "application/atom+xml; charset=utf-8" });
}
