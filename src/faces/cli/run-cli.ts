import { CommanderError } from "commander";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import {
  isOperation,
  type OperationName,
  operationNames,
  operations,
} from "../../operations/index.ts";
import type { Deps } from "../../operations/operation.ts";
import type { CliIo } from "./cli-io.ts";
import { exitCodeOf, exitCodes } from "./exit-codes.ts";
import { printAnswer, printProblem } from "./print.ts";
import type { Processes } from "./process-rules.ts";
import { buildProgram, type ProcessRequest, type Request, type Shell } from "./program.ts";
import { readInput } from "./read-input.ts";

/** What a command line reaches for. */
export interface World {
  readonly deps: Deps;
  readonly processes: Processes;
}

/** Runs one command line and tells the exit code. Never throws. */
export async function runCli(
  argv: readonly string[],
  io: CliIo,
  { deps, processes }: World,
): Promise<number> {
  try {
    return await run(argv, io, { deps, processes });
  } catch (error) {
    return reportBug(error, io);
  }
}

async function run(argv: readonly string[], io: CliIo, world: World): Promise<number> {
  const summaries = await summariesFor(argv);
  let process: ProcessRequest | undefined;
  let request: Request | undefined;
  let shell: Shell | undefined;
  const program = buildProgram(io, {
    onRequest: (given) => {
      request = given;
    },
    onProcess: (given) => {
      process = given;
    },
    onCompletion: (given) => {
      shell = given;
    },
    summaryOf: (name) => summaries.get(name) ?? "",
  });
  try {
    program.parse([...argv], { from: "user" });
  } catch (error) {
    if (!(error instanceof CommanderError)) throw error;
    return error.exitCode === 0 ? exitCodes.fine : exitCodes.wrongInput;
  }
  if (shell !== undefined) {
    const { completionScript } = await import("./completion.ts");
    io.stdout.write(completionScript(shell));
    return exitCodes.fine;
  }
  if (process !== undefined) return goOn(process, io, world);
  return request === undefined ? exitCodes.wrongInput : answer(request, io, world.deps);
}

async function goOn(
  { process, fields }: ProcessRequest,
  io: CliIo,
  { deps, processes }: World,
): Promise<number> {
  const start = await processes[process]();
  const ended = await start(fields, io, deps);
  return ended.ok ? ended.value : refuse(ended.problem, io);
}

async function answer(request: Request, io: CliIo, deps: Deps): Promise<number> {
  const input = await inputOf(request, io);
  if (!input.ok) return refuse(input.problem, io);
  const operation = await operations[request.operation]();
  const outcome = await operation.answer(input.value, deps);
  if (!outcome.ok) return refuse(outcome.problem, io);
  return printAnswer(outcome.value, request, io);
}

/** The fields given as words and options, or the whole input from a file; never a mixture. */
async function inputOf(request: Request, io: CliIo): Promise<Outcome<unknown>> {
  if (request.inputFile === undefined) return { ok: true, value: request.fields };
  const [field] = Object.keys(request.fields);
  if (field === undefined) return readInput(request.inputFile, io);
  const expected = `\`--input\` holds the whole input; put \`${field}\` into it`;
  return { ok: false, problem: { code: "invalid-input", where: field, expected } };
}

function refuse(problem: Problem, io: CliIo): number {
  printProblem(problem, io);
  return exitCodeOf[problem.code];
}

/** Only help prints what a command answers, so only then are operations loaded for their words. */
async function summariesFor(argv: readonly string[]): Promise<ReadonlyMap<OperationName, string>> {
  const [first = "help"] = argv;
  const isHelp = first === "help" || argv.includes("--help") || argv.includes("-h");
  const named = isOperation(first) ? [first] : operationNames;
  const names = isHelp ? named : [];
  return new Map(
    await Promise.all(
      names.map(async (name) => [name, (await operations[name]()).summary] as const),
    ),
  );
}

function reportBug(error: unknown, io: CliIo): number {
  const message = error instanceof Error ? error.message : String(error);
  io.stderr.write(
    `steelyard: this is a bug in steelyard: ${cleanText(message)}\n` +
      "Please report it with the command you ran; `STEELYARD_DEBUG=1` shows where it happened.\n",
  );
  if (io.env.STEELYARD_DEBUG === "1" && error instanceof Error) {
    io.stderr.write(`${error.stack}\n`);
  }
  return exitCodes.worldFailed;
}
