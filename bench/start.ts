import { spawnSync } from "node:child_process";

/**
 * How long a command takes from the shell's return key to its last line, beside a Node process that
 * does nothing. Run with `npx tsx bench/start.ts` after a build.
 */
const main = new URL("../dist/faces/cli/main.js", import.meta.url).pathname;
const runs = 21;

const commands = [
  { name: "node, doing nothing", argv: ["-e", "0"] },
  { name: "--version", argv: [main, "--version"] },
  {
    name: "gap",
    argv: [main, ..."gap 79.1 81.8 --group static --comparability same-run".split(" ")],
  },
  { name: "cost", argv: [main, "cost", "openai/gpt-4.1"] },
  { name: "explain", argv: [main, "explain", "gpt-4.1", "price.input"] },
  { name: "compare", argv: [main, "compare", "gpt-4.1", "qwen3.5-4b"] },
  { name: "models", argv: [main, "models"] },
];

const medians = commands.map(({ name, argv }) => ({ name, ms: medianMs(argv) }));
const emptyMs = medians[0]?.ms ?? 0;
for (const { name, ms } of medians) {
  const times = (ms / emptyMs).toFixed(1);
  console.log(`${name.padEnd(22)} ${ms.toFixed(0).padStart(5)} ms ${times.padStart(5)} x`);
}

function medianMs(argv: readonly string[]): number {
  const times = Array.from({ length: runs }, () => {
    const start = performance.now();
    const { status } = spawnSync(process.execPath, argv, { stdio: "ignore" });
    if (status !== 0) throw new Error(`${argv.join(" ")} ended with ${status}`);
    return performance.now() - start;
  });
  return times.sort((a, b) => a - b)[Math.floor(runs / 2)] ?? 0;
}
