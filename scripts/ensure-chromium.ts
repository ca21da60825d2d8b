import { spawnSync } from "node:child_process";
import { existsSync } from "node:fs";
import { chromiumPath, findChromium } from "../test/browser/chromium-path.ts";

/** A bare machine gets the browser that tests need, where we may install it; else it is told what to do. */
const { CHROMIUM_PATH } = process.env;
const isOurs = process.getuid?.() === 0 && CHROMIUM_PATH === undefined;
if (findChromium() === undefined && isOurs && existsSync("/usr/bin/apt-get")) {
  process.stderr.write("The pages are tested in Chromium, which is not here: installing it.\n");
  for (const argv of [["update"], ["install", "-y", "--no-install-recommends", "chromium"]]) {
    spawnSync("apt-get", argv, {
      stdio: ["ignore", "ignore", "inherit"],
      env: { ...process.env, DEBIAN_FRONTEND: "noninteractive" },
    });
  }
}
try {
  chromiumPath();
} catch (error) {
  process.stderr.write(`${error instanceof Error ? error.message : String(error)}\n`);
  process.exitCode = 1;
}
