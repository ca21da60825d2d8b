import { brotliCompressSync, gzipSync } from "node:zlib";
import { rolldown } from "rolldown";

/** Code made ready for a browser, and what it still asks of the world around it. */
export interface BrowserBundle {
  readonly code: string;
  /** What is imported from outside of it. */
  readonly imports: readonly string[];
  readonly rawBytes: number;
  readonly gzipBytes: number;
  readonly brotliBytes: number;
}

/**
 * Some code as one file for a browser.
 *
 * @param source of a module that stands in the folder this one stands in
 * @param format `iife` puts what it exports on `bundled`
 */
export async function bundleForBrowser(
  source: string,
  format: "es" | "iife" = "es",
): Promise<BrowserBundle> {
  const entry = new URL("entry-of-bundle.ts", import.meta.url).pathname;
  const build = await rolldown({
    input: entry,
    platform: "browser",
    plugins: [
      {
        name: "entry",
        resolveId: (id) => (id === entry ? entry : null),
        load: (id) => (id === entry ? source : null),
      },
    ],
  });
  const { output } = await build.generate({ format, name: "bundled", minify: true });
  await build.close();
  const [chunk, ...others] = output;
  if (others.length > 0) throw new Error("More than one file was made.");
  const { code, imports } = chunk;
  return {
    code,
    imports,
    rawBytes: Buffer.byteLength(code),
    gzipBytes: gzipSync(code, { level: 9 }).byteLength,
    brotliBytes: brotliCompressSync(code).byteLength,
  };
}
