import { readFileSync, writeFileSync } from "node:fs";
import { bundleForBrowser } from "../scripts/bundle-for-browser.ts";

const door = "../src/core/index.ts";

const parts = [
  { what: "everything", source: `export * from "${door}";` },
  { what: "comparing models", source: `export { comparerOf, catalogFrom } from "${door}";` },
  { what: "a bill", source: `export { monthlyCost } from "${door}";` },
  { what: "a gap between scores", source: `export { gapBetween } from "${door}";` },
] as const;

/** What `steelyard/core` weighs in a browser, whole and in parts: rows of a table. */
async function coreSizes(): Promise<readonly string[]> {
  const rows: string[] = [];
  for (const { what, source } of parts) {
    const { rawBytes, gzipBytes, brotliBytes } = await bundleForBrowser(source);
    const sizes = [rawBytes, gzipBytes, brotliBytes].map((bytes) => (bytes / 1000).toFixed(1));
    rows.push(`| ${what} | ${sizes.join(" | ")} |`);
  }
  return rows;
}

/** Lines for the report of all measurements. */
export async function benchCoreSize(): Promise<readonly string[]> {
  const rows = await coreSizes();
  const file = "docs/library.md";
  const page = readFileSync(file, "utf8");
  const table = /(?<=\| imported \|[^\n]*\n\|[-:| ]+\n)(?:\|[^\n]*\n)+/;
  writeFileSync(
    file,
    page.replace(table, () => `${rows.join("\n")}\n`),
  );
  return ["steelyard/core for a browser, kB minified, gzip, brotli:", ...rows];
}
