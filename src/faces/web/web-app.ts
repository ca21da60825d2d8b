import { Hono } from "hono";
import type { Deps } from "../../operations/operation.ts";
import { pageHtml } from "./layout/page-html.ts";
import type { Site } from "./layout/site.ts";
import type { Page } from "./page.ts";
import { pageAt } from "./page-rules.ts";
import { problemPage } from "./pages/problem-page.ts";

/** A file that pages load. */
export interface SiteFile {
  readonly type: string;
  readonly bytes: Uint8Array<ArrayBuffer>;
}

export interface WebOptions {
  readonly site: Site;
  /** By address. */
  readonly files: ReadonlyMap<string, SiteFile>;
}

/** The pages, and the files they load. */
export function webApp(deps: Deps, { site, files }: WebOptions): Hono {
  const app = new Hono();
  app.get("*", async (context, next) => {
    const address = new URL(context.req.url);
    const file = files.get(address.pathname);
    if (file !== undefined) {
      context.header("Content-Type", file.type);
      context.header(
        "Cache-Control",
        address.pathname.startsWith("/assets/")
          ? "public, max-age=31536000, immutable"
          : "public, max-age=300",
      );
      return context.body(file.bytes);
    }
    const answer = await pageAt(address, deps);
    if (answer === undefined) return next();
    switch (answer.kind) {
      case "moved":
        return context.redirect(answer.address, 301);
      case "page":
        return context.html(pageHtml(answer.page, site), statusOf(answer.page));
      case "problem": {
        const page = problemPage(answer.problem, address.pathname);
        return context.html(pageHtml(page, site), statusOf(page));
      }
    }
  });
  return app;
}

function statusOf({ status = 200 }: Page): NonNullable<Page["status"]> {
  return status;
}
