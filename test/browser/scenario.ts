import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { expect, inject, test } from "vitest";

/** Somebody at a page of the site. */
export interface Visit {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  readonly hasScript: boolean;
  /** What a page did that none may: ask elsewhere, complain, break the policy. */
  readonly noise: readonly string[];
}

export const manners = [
  { manner: "with script", hasScript: true },
  { manner: "without script", hasScript: false },
] as const;

let browser: Promise<Browser> | undefined;

/** A fresh window, closed when the visit is over. */
export async function visit<T>(hasScript: boolean, body: (visit: Visit) => Promise<T>): Promise<T> {
  browser ??= chromium.connect(inject("browserAddress"));
  const origin = inject("origin");
  const context = await (await browser).newContext({
    baseURL: origin,
    javaScriptEnabled: hasScript,
    viewport: { width: 1280, height: 900 },
  });
  context.setDefaultTimeout(10_000);
  const noise = listenTo(context, origin);
  try {
    const page = await context.newPage();
    return await body({ page, context, origin, hasScript, noise });
  } finally {
    await context.close();
  }
}

/** The same told twice: everything that matters works without a script. */
export function scenario(name: string, body: (visit: Visit) => Promise<void>): void {
  test.each(manners)(`${name}, $manner`, ({ hasScript }) =>
    visit(hasScript, async (here) => {
      await body(here);
      expect(here.noise).toEqual([]);
    }),
  );
}

function listenTo(context: BrowserContext, origin: string): readonly string[] {
  const noise: string[] = [];
  context.on("request", (request) => {
    const url = request.url();
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) noise.push(`asked ${url}`);
  });
  context.on("console", (message) => {
    if (["error", "warning"].includes(message.type())) noise.push(message.text());
  });
  context.on("weberror", (error) => void noise.push(String(error.error())));
  return noise;
}
