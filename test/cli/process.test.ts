import { execFileSync, spawnSync } from "node:child_process";
import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
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

  test("lays the facts file of the folder over the catalog, and says so", () => {
    const cwd = mkdtempSync(join(tmpdir(), "steelyard-"));
    const fact = {
      subject: "route:openai/gpt-4.1",
      property: "price.input",
      value: "1.25",
      unit: "USD/Mtok",
      source: "contract 2026-14",
      observedOn: "2026-11-01",
    };
    writeFileSync(join(cwd, "steelyard.facts.yaml"), JSON.stringify([fact]));
    const argv = [main, "explain", "openai/gpt-4.1", "price.input"];
    const printed = execFileSync("node", argv, { encoding: "utf8", cwd });
    expect(printed).toContain("+ own facts");
    expect(printed).toMatch(/\$1\.25 +contract 2026-14 +2026-11-01 +holds/);
  });

  test("reads the whole input from a pipe", () => {
    const input = '{"search":"gpt-4.1","limit":1}';
    const argv = [main, "models", "--input", "-", "--format", "json"];
    const printed = execFileSync("node", argv, { encoding: "utf8", input });
    expect(JSON.parse(printed).counts.shown).toBe(1);
  });
});
