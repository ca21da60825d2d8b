import { execFileSync } from "node:child_process";
import { describe, expect, test } from "vitest";
import { operationNames } from "../../src/operations/index.ts";
import { runLine } from "./run-line.ts";

describe("completion", () => {
  test.each(["bash", "zsh", "fish"])("%s knows every command and its options", async (shell) => {
    const { exitCode, stdout } = await runLine(["completion", shell]);
    expect(exitCode).toBe(0);
    for (const name of operationNames) expect(stdout).toContain(name);
    expect(stdout).toMatch(/traffic/);
  });

  test("bash completes a command and an option", async () => {
    const { stdout } = await runLine(["completion", "bash"]);
    const complete = (...words: readonly string[]) => {
      const list = words.map((word) => `"${word}"`).join(" ");
      const script = `${stdout}\nCOMP_WORDS=(${list}); COMP_CWORD=${words.length - 1}; _steelyard; echo "\${COMPREPLY[@]}"`;
      return execFileSync("bash", ["-c", script], { encoding: "utf8" }).trim();
    };
    expect(complete("steelyard", "expl")).toBe("explain");
    expect(complete("steelyard", "models", "--mak")).toBe("--maker");
    expect(complete("steelyard", "models", "--format", "js")).toBe("json");
  });

  test("another shell is refused", async () => {
    const { exitCode, stderr } = await runLine(["completion", "csh"]);
    expect(exitCode).toBe(2);
    expect(stderr).toContain("bash, zsh, fish");
  });
});
