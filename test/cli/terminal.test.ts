import { describe, expect, test } from "vitest";
import { displayWidth } from "../../src/core/report/display-width.ts";
import type { CliIo } from "../../src/faces/cli/cli-io.ts";
import { runLine } from "./run-line.ts";

const escapeSign = String.fromCodePoint(27);

async function printed(argv: readonly string[], env: CliIo["env"], isTTY: boolean, columns = 80) {
  let text = "";
  const stdout = { isTTY, columns, write: (part: string) => (text += part) };
  await runLine(argv, { stdout, env });
  return text;
}

describe("colour", () => {
  test.each([
    { isTTY: true, env: {}, flag: "auto", isColoured: true, because: "a terminal listens" },
    { isTTY: false, env: {}, flag: "auto", isColoured: false, because: "nobody looks" },
    { isTTY: true, env: { NO_COLOR: "1" }, flag: "auto", isColoured: false, because: "NO_COLOR" },
    { isTTY: true, env: { NO_COLOR: "" }, flag: "auto", isColoured: true, because: "empty" },
    { isTTY: true, env: { TERM: "dumb" }, flag: "auto", isColoured: false, because: "dumb" },
    { isTTY: false, env: { FORCE_COLOR: "1" }, flag: "auto", isColoured: true, because: "forced" },
    {
      isTTY: true,
      env: { FORCE_COLOR: "0" },
      flag: "auto",
      isColoured: false,
      because: "forced off",
    },
    {
      isTTY: false,
      env: { NO_COLOR: "1" },
      flag: "always",
      isColoured: true,
      because: "asked for",
    },
    {
      isTTY: true,
      env: { FORCE_COLOR: "1" },
      flag: "never",
      isColoured: false,
      because: "refused",
    },
  ])("$because: $isColoured", async ({ isTTY, env, flag, isColoured }) => {
    const text = await printed(["models", "--color", flag], env, isTTY);
    expect(text.includes(escapeSign)).toBe(isColoured);
  });

  test("never stands in JSON", async () => {
    const argv = ["models", "--format", "json", "--color", "always"];
    expect(await printed(argv, {}, true)).not.toContain(escapeSign);
  });
});

describe("width", () => {
  const widths = [60, 80, 120];
  test.each(widths)("%i columns are enough for every list", async (columns) => {
    for (const name of ["models", "routes", "providers", "benchmarks"]) {
      const text = await printed([name], {}, false, columns);
      for (const line of text.split("\n")) expect(displayWidth(line)).toBeLessThanOrEqual(columns);
    }
  });

  test("an option wins over the terminal", async () => {
    const wide = await printed(["routes", "--width", "120"], {}, true, 60);
    expect(wide).toBe(await printed(["routes"], {}, true, 120));
  });
});
