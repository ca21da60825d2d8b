import { defineConfig } from "vitest/config";

/** No test changes what another one reads, so files share threads and what these have loaded. */
export default defineConfig({
  test: { pool: "threads", isolate: false },
});
