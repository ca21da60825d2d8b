import { execFile } from "node:child_process";
import { promisify } from "node:util";
import type { CodeLanguage } from "../../core/runs/grader-spec.ts";
import { sha256 } from "../suite/cell-key.ts";
import { excerpt, type GraderRule, type Said, saidOf } from "./grader-rule.ts";
import { fencedBlocks } from "./json-in.ts";
import { type Program, type ProgramEnd, runProgram } from "./run-program.ts";

/** The code of the answer runs and passes the expected tests, or prints what is expected. */
export const code: GraderRule<"code"> = {
  version: "1",
  grade: async (spec, { answer, expected }, { isCodeAllowed }) => {
    if (!isCodeAllowed) throw new Error("running code that models wrote is not allowed here");
    const written = codeIn(answer.text);
    const language = languages[spec.language];
    const { timeoutMs } = spec;
    const program = { timeoutMs, ...(await language.program(spec)) };
    if (spec.check === "output") {
      const end = await runProgram({ ...program, text: written });
      const isPass = isWhole(end) && end.output.trim() === expected.trim();
      return told(end, isPass, `it prints ${excerpt(end.output)}`);
    }
    /** Said after the tests alone: ending early, however cleanly, passes nothing. */
    const passed = `passed-${sha256(`${written}\0${expected}`).slice(0, 24)}`;
    const text = `${written}\n\n${expected}\n${language.say(passed)}\n`;
    const end = await runProgram({ ...program, text });
    const isPass = isWhole(end) && end.output.trimEnd().split("\n").at(-1) === passed;
    return told(end, isPass, isPass ? "the tests pass" : `the tests fail: ${lastLine(end.errors)}`);
  },
};

interface Language {
  readonly program: (bounds: {
    readonly memoryMb: number;
  }) => Promise<Pick<Program, "command" | "file" | "memoryMb">>;
  readonly say: (text: string) => string;
}

const languages: Readonly<Record<CodeLanguage, Language>> = {
  python: {
    program: async ({ memoryMb }) => ({
      command: [await python(), "-I", "-B"],
      file: "answer.py",
      memoryMb,
    }),
    say: (text) => `print()\nprint("${text}")`,
  },
  javascript: {
    /** V8 sets aside more addresses than it uses, so it bounds itself; and reads its own file alone. */
    program: async ({ memoryMb }) => ({
      command: [process.execPath, `--max-old-space-size=${memoryMb}`, ...permissions()],
      file: "answer.mjs",
    }),
    say: (text) => `console.log();\nconsole.log("${text}");`,
  },
};

function permissions(): readonly string[] {
  const flag = ["--permission", "--experimental-permission"].find((each) =>
    process.allowedNodeEnvironmentFlags.has(each),
  );
  return flag === undefined ? [] : [flag, "--allow-fs-read=*"];
}

let found: Promise<string> | undefined;

/** The program itself: what stands in its place may ask for the home of its user. */
function python(): Promise<string> {
  found ??= promisify(execFile)("python3", ["-c", "import sys; print(sys.executable)"]).then(
    ({ stdout }) => stdout.trim(),
  );
  return found;
}

/** The longest fenced block, or all of it where there is none. */
function codeIn(text: string): string {
  return (
    fencedBlocks(text).reduce(
      (longest, block) => (block.length > longest.length ? block : longest),
      "",
    ) || text
  );
}

function isWhole({ exitCode, isTooLate, isTooLoud }: ProgramEnd): boolean {
  return exitCode === 0 && !isTooLate && !isTooLoud;
}

function told(end: ProgramEnd, isPass: boolean, because: string): Said {
  const reach = end.isCutOff ? "" : "; it could reach the network";
  if (end.isTooLate) return saidOf(false, `it does not end in time${reach}`);
  if (end.isTooLoud) return saidOf(false, `it prints without end${reach}`);
  return saidOf(isPass, because + reach);
}

function lastLine(errors: string): string {
  return excerpt(errors.trimEnd().split("\n").at(-1) ?? "");
}
