import type { LaunchOptions } from "playwright-core";
import { chromiumPath } from "./chromium-path.ts";

/** How the browser is started everywhere: alone, without a screen, and quiet. */
export function launched(): LaunchOptions {
  return {
    executablePath: chromiumPath(),
    args: [
      "--no-sandbox",
      "--disable-gpu",
      "--disable-dev-shm-usage",
      "--disable-background-networking",
    ],
  };
}
