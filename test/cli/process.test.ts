import { execFileSync, spawnSync } from "node:child_process";
import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";

const main = new URL("../../dist/faces/cli/main.js", import.meta.url).pathname;
const manifest = readFileSync(new URL("../../package.json", import.meta.url), "utf8");

describe("the built command", () => {
  test("knows its version", () => {
    const printed = execFileSync("node", [main, "--version"], { encoding: "utf8" });
    expect(manifest).toContain(`"version": "${printed.trim()}"`);
  });

  test("ends quietly when its reader has read enough", () => {
    const script = `node "${main}" routes --format json | head -c 10 >/dev/null; echo "\${PIPESTATUS[0]}"`;
    const { stdout, stderr } = spawnSync("bash", ["-c", script], { encoding: "utf8" });
    expect({ stdout, stderr }).toEqual({ stdout: "0\n", stderr: "" });
  });

  test("reads the whole input from a pipe", () => {
    const input = '{"search":"gpt-4.1","limit":1}';
    const argv = [main, "models", "--input", "-", "--format", "json"];
    const printed = execFileSync("node", argv, { encoding: "utf8", input });
    expect(JSON.parse(printed).counts.shown).toBe(1);
  });
});
