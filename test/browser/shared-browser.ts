import { chromium } from "playwright-core";
import type { TestProject } from "vitest/node";
import { launched } from "./launched.ts";
import { serveSite } from "./served-site.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly origin: string;
    readonly browserAddress: string;
  }
}

/** One site and one browser for all files of tests. */
export default async function share(project: TestProject): Promise<() => Promise<void>> {
  const [site, browser] = await Promise.all([serveSite(), chromium.launchServer(launched())]);
  project.provide("origin", site.origin);
  project.provide("browserAddress", browser.wsEndpoint());
  return async () => {
    await Promise.all([browser.close(), site.stop()]);
  };
}
