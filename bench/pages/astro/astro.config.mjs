import node from "@astrojs/node";
import { defineConfig } from "astro/config";

const isServed = process.env.BENCH_OUTPUT === "server";

export default defineConfig({
  output: isServed ? "server" : "static",
  outDir: isServed ? "./served" : "./built",
  devToolbar: { enabled: false },
  ...(isServed ? { adapter: node({ mode: "standalone" }) } : {}),
});
