import { defineConfig } from "rolldown";

/** The command line as few files: loading two hundred small ones takes longer than the answer. */
export default defineConfig({
  input: "src/faces/cli/main.ts",
  platform: "node",
  /** Vocabularies are megabytes; they stay where they are until one is asked for. */
  external: [/^gpt-tokenizer/],
  output: {
    dir: "dist/faces/cli",
    format: "esm",
    chunkFileNames: "chunks/[name]-[hash].js",
    cleanDir: true,
    minify: { compress: true, mangle: false, codegen: true },
  },
});
