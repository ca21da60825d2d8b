import { type Browser, type BrowserContext, chromium, type Page } from "playwright-core";
import { inject } from "vitest";

export interface Window {
  readonly page: Page;
  readonly context: BrowserContext;
  readonly origin: string;
  readonly hasScript: boolean;
  /** What a page did that none may: ask elsewhere, complain, break the policy. */
  readonly noise: string[];
}

let browser: Promise<Browser> | undefined;

/** A window takes a second to open, so it is used again when it was left. */
const free: Window[] = [];

export async function takeWindow(hasScript: boolean): Promise<Window> {
  const index = free.findIndex((window) => window.hasScript === hasScript);
  const [window] = index < 0 ? [] : free.splice(index, 1);
  return window ?? openWindow(hasScript);
}

/** Nothing of this visit is known to the next one, but what a browser may keep of files. */
export async function leave(window: Window): Promise<void> {
  const { page, context, noise } = window;
  page.removeAllListeners();
  await context.unrouteAll();
  await page.evaluate("if (location.protocol === 'http:') localStorage.clear()");
  await page.goto("about:blank");
  await page.emulateMedia({ media: null, colorScheme: null });
  await page.setViewportSize(usualSize);
  noise.length = 0;
  free.push(window);
}

const usualSize = { width: 1280, height: 900 };

async function openWindow(hasScript: boolean): Promise<Window> {
  browser ??= chromium.connect(inject("browserAddress"));
  const origin = inject("origin");
  const context = await (await browser).newContext({
    baseURL: origin,
    javaScriptEnabled: hasScript,
    viewport: usualSize,
  });
  context.setDefaultTimeout(10_000);
  const noise = listenTo(context, origin);
  return { page: await context.newPage(), context, origin, hasScript, noise };
}

function listenTo(context: BrowserContext, origin: string): string[] {
  const noise: string[] = [];
  const pages = new Set<string>();
  context.on("request", (request) => {
    const url = request.url();
    if (request.isNavigationRequest()) pages.add(url);
    if (!url.startsWith(`${origin}/`) && !url.startsWith("data:")) noise.push(`asked ${url}`);
  });
  context.on("console", (message) => {
    const isOfPage = ownStatus.test(message.text()) && pages.has(message.location().url);
    if (["error", "warning"].includes(message.type()) && !isOfPage) noise.push(message.text());
  });
  context.on("weberror", (error) => void noise.push(String(error.error())));
  return noise;
}

/** What a browser says by itself of a page that tells what is wrong. */
const ownStatus = /^Failed to load resource: the server responded with a status of 4\d\d/;
