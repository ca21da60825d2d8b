import { mkdtempSync, readFileSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { importSuite } from "../../src/faces/import-suite/main.ts";
import { readSuite } from "../../src/measure/suite/read-suite.ts";
import { runLine } from "../cli/run-line.ts";

const config = `description: Translations
prompts: ["Translate {{ text }}"]
providers: ["openai:gpt-4.1-mini", "file://own.js"]
tests: [{ vars: { text: cat }, assert: [{ type: equals, value: Katze }, { type: latency, threshold: 9 }] }]
sharing: true
`;

function folderWith(text = config) {
  const folder = mkdtempSync(join(tmpdir(), "steelyard-import-"));
  const file = join(folder, "promptfooconfig.yaml");
  writeFileSync(file, text);
  const line = (...argv: readonly string[]) =>
    runLine(["import-suite", ...argv], {
      processes: { "import-suite": async () => importSuite },
    });
  return { file, out: join(folder, "suite.yaml"), line };
}

describe("a configuration of promptfoo", () => {
  it("becomes a suite file that is read, and what does not map is named with its reason", async () => {
    const { file, out, line } = folderWith();
    const { stdout, stderr, exitCode } = await line(file, "--out", out);
    expect(exitCode).toBe(0);
    expect(stdout).toContain(`steelyard measure ${out} --dry-run`);
    expect(stderr).toMatch(/^Not in the suite: 3 settings\.\n/);
    expect(stderr).toMatch(/ {2}sharing: .+\. A suite has no such setting\.\n/);
    const suite = await readSuite(out);
    expect(suite).toMatchObject({ ok: true, value: { name: "Translations" } });
  });

  it("is printed where no file is named", async () => {
    const { file, line } = folderWith();
    expect((await line(file)).stdout).toMatch(/^name: Translations\n/);
  });

  it("takes the place of no file", async () => {
    const { file, out, line } = folderWith();
    writeFileSync(out, "mine");
    const { exitCode, stderr } = await line(file, "--out", out);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("is in the way");
    expect(readFileSync(out, "utf8")).toBe("mine");
  });

  it.each([
    ["prompts: 3", "a prompt, a file of one, or a list of them", "because that is none"],
    ["{", "promptfooconfig.yaml", "because that is no YAML"],
  ])("is refused: %s", async (text, words) => {
    const { file, line } = folderWith(text);
    const { exitCode, stderr } = await line(file);
    expect(exitCode).toBe(2);
    expect(stderr).toContain(words);
  });
});
