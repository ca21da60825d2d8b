import { existsSync } from "node:fs";

const usualPaths = [
  "/usr/bin/chromium",
  "/usr/bin/chromium-browser",
  "/usr/bin/google-chrome",
  "/opt/google/chrome/chrome",
  "/Applications/Chromium.app/Contents/MacOS/Chromium",
  "/Applications/Google Chrome.app/Contents/MacOS/Google Chrome",
];

/** Where to look: where somebody says, else where systems put it. */
function places(): readonly string[] {
  const { CHROMIUM_PATH } = process.env;
  return CHROMIUM_PATH ? [CHROMIUM_PATH] : usualPaths;
}

/** The browser that tests and pictures are made with; undefined: there is none. */
export function findChromium(): string | undefined {
  return places().find((path) => existsSync(path));
}

/** @throws with what to install */
export function chromiumPath(): string {
  const path = findChromium();
  if (path !== undefined) return path;
  throw new Error(
    `The pages are tested in Chromium, and there is none at ${places().join(", ")}. ` +
      "Install it (Debian: `apt-get install -y chromium`), or name one: `CHROMIUM_PATH=/path/to/chrome npm test`.",
  );
}
