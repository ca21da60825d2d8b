import { execFileSync, spawnSync } from "node:child_process";
import { chmodSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { afterEach, beforeEach, describe, expect, test } from "vitest";
import { parse } from "yaml";
import { z } from "zod";

const Step = z.object({ run: z.string(), env: z.record(z.string(), z.string()).optional() });
const Action = z.object({
  inputs: z.record(z.string(), z.object({ default: z.string() })),
  runs: z.object({ using: z.literal("composite"), steps: z.array(Step) }),
});
const Hooks = z.array(z.object({ id: z.string(), entry: z.string(), types: z.array(z.string()) }));

const root = process.cwd();
let folder: string;
beforeEach(() => {
  folder = mkdtempSync(join(tmpdir(), "steelyard-ci-"));
  mkdirSync(join(folder, "src"));
  writeFileSync(join(folder, "src/retired.ts"), 'ask("gpt-4-turbo");\n');
  writeFileSync(join(folder, "src/a b.ts"), 'ask("claude-opus-5");\n');
});
afterEach(() => rmSync(folder, { recursive: true, force: true }));

/** The steps of the action as they stand, one after the other, as a runner starts them. */
function runAction(inputs: Readonly<Record<string, string>>) {
  const action = Action.parse(parse(readFileSync("action.yml", "utf8")));
  const output = join(folder, "output");
  writeFileSync(output, "");
  const given = Object.fromEntries(
    Object.entries(action.inputs).map(([name, input]) => [name, inputs[name] ?? input.default]),
  );
  const filled = (text: string) =>
    text.replace(/\$\{\{ inputs\.([\w-]+) \}\}/g, (_, name: string) => given[name] ?? "");
  let last: { readonly status: number | null; readonly stdout: string; readonly stderr: string } = {
    status: 0,
    stdout: "",
    stderr: "",
  };
  for (const { run, env = {} } of action.runs.steps) {
    expect(run).not.toContain("${{");
    const ownEnv = Object.fromEntries(Object.entries(env).map(([k, v]) => [k, filled(v)]));
    last = spawnSync("bash", ["--noprofile", "--norc", "-e", "-o", "pipefail", "-c", run], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, ...ownEnv, GITHUB_ACTION_PATH: root, GITHUB_OUTPUT: output },
    });
    if (last.status !== 0) break;
  }
  return { ...last, output: readFileSync(output, "utf8") };
}

describe("the action", () => {
  test("fails on a retired model, and leaves a log to upload", () => {
    const { status, stdout, output } = runAction({});
    expect(status).toBe(1);
    expect(stdout).toContain("GPT-4 Turbo");
    expect(output).toBe("sarif-file=steelyard.sarif\n");
    const log = JSON.parse(readFileSync(join(folder, "steelyard.sarif"), "utf8"));
    expect(log.runs[0].results).toMatchObject([
      {
        ruleId: "model-retired",
        locations: [{ physicalLocation: { artifactLocation: { uri: "src/retired.ts" } } }],
      },
    ]);
  });

  test("passes what it is told to pass, over paths with spaces", () => {
    const paths = "src/a b.ts\n\n";
    expect(runAction({ path: paths }).status).toBe(0);
    expect(runAction({ "fail-on": "", format: "markdown" }).stdout).toContain("| GPT-4 Turbo |");
  });

  test("takes no input for a command", () => {
    const { status, stderr } = runAction({ path: "$(touch hit); --version", "fail-on": "retired" });
    expect(status).toBe(2);
    expect(stderr).toContain("cannot be read");
    expect(() => readFileSync(join(folder, "hit"))).toThrow();
  });
});

describe("the pre-commit hook", () => {
  /** As pre-commit does it: the entry split into words, then the names of the files. */
  function runHook(...files: readonly string[]) {
    const [hook] = Hooks.parse(parse(readFileSync(".pre-commit-hooks.yaml", "utf8")));
    const bin = join(folder, "bin");
    mkdirSync(bin);
    writeFileSync(
      join(bin, "steelyard"),
      `#!/bin/sh\nexec node "${root}/dist/faces/cli/main.js" "$@"\n`,
    );
    chmodSync(join(bin, "steelyard"), 0o755);
    const { PATH: searchPath } = process.env;
    const [command = "", ...words] = (hook?.entry ?? "").split(" ");
    return spawnSync(command, [...words, ...files], {
      cwd: folder,
      encoding: "utf8",
      env: { ...process.env, PATH: `${bin}:${searchPath}` },
    });
  }

  test("refuses a file that names a retired model, and says which", () => {
    const { status, stdout } = runHook("src/a b.ts", "src/retired.ts");
    expect(status).toBe(1);
    expect(stdout).toContain("Fails retired: openai/gpt-4-turbo.");
  });

  test("lets a file pass that names none", () => {
    expect(runHook("src/a b.ts").status).toBe(0);
  });

  test("names a command that the package installs", () => {
    const { bin } = JSON.parse(readFileSync("package.json", "utf8"));
    expect(Object.keys(bin)).toEqual(["steelyard"]);
    expect(execFileSync("node", [bin.steelyard, "--version"], { encoding: "utf8" })).toMatch(/\d/);
  });
});
