import { defineConfig } from "rolldown";

const minify = { compress: true, mangle: false, codegen: true } as const;

export default defineConfig([
  /** The command line as few files: loading two hundred small ones takes longer than the answer. */
  {
    input: {
      main: "src/faces/cli/main.ts",
      "export-thread": "src/faces/export-thread/main.ts",
    },
    platform: "node",
    /** Vocabularies are megabytes, and stay where they are until one is asked for; threads run a file of their own; drivers are native or read their own files. */
    external: [/^gpt-tokenizer/, "tinypool", "libsql", "pg"],
    output: {
      dir: "dist/faces/cli",
      format: "esm",
      chunkFileNames: "chunks/[name]-[hash].js",
      cleanDir: true,
      minify,
    },
  },
  /** What pages load. The engine is fetched when somebody asks something else. */
  {
    input: { main: "src/faces/web/browser/main.ts", theme: "src/faces/web/browser/theme.ts" },
    platform: "browser",
    output: {
      dir: "dist/web",
      format: "esm",
      entryFileNames: "[name]-[hash].js",
      chunkFileNames: "[name]-[hash].js",
      cleanDir: true,
      minify: true,
    },
  },
]);
