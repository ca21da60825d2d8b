import { configDefaults, defineConfig } from "vitest/config";

const inBrowser = "test/browser/**/*.test.ts";
const ofRunStores = "test/run-store/**/*.test.ts";

/**
 * No test changes what another one reads, so files share threads and what these have loaded. Those in
 * a browser share one browser and one served site besides.
 */
export default defineConfig({
  test: {
    pool: "threads",
    isolate: false,
    projects: [
      {
        extends: true,
        test: {
          name: "node",
          exclude: [...configDefaults.exclude, inBrowser, ofRunStores],
          /** Long enough for two busy cores: no test is about time. */
          testTimeout: 30_000,
        },
      },
      {
        extends: true,
        test: {
          name: "run-store",
          include: [ofRunStores],
          globalSetup: "test/run-store/shared-postgres.ts",
          testTimeout: 60_000,
        },
      },
      {
        extends: true,
        test: {
          name: "browser",
          include: [inBrowser],
          globalSetup: "test/browser/shared-browser.ts",
          testTimeout: 30_000,
          hookTimeout: 30_000,
          expect: { poll: { timeout: 10_000 } },
        },
      },
    ],
  },
});
