import type { CliIo } from "../../src/faces/cli/cli-io.ts";
import type { Processes } from "../../src/faces/cli/process-rules.ts";
import { runCli } from "../../src/faces/cli/run-cli.ts";
import type { Deps } from "../../src/operations/operation.ts";
import { readModelConfig } from "../../src/sources/model-config/read-model-config.ts";
import { openSnapshot } from "../../src/store/open-snapshot.ts";
import { depsOf } from "../builders/deps-of.ts";
import { smallRuns } from "../builders/small-runs.ts";
import { smallSizing } from "../builders/small-sizing.ts";
import { smallCatalog } from "./small-catalog.ts";
import { readSmallCode } from "./small-code.ts";
import { readSmallResults } from "./small-results.ts";

export interface Ran {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

const fakeDeps = depsOf({
  catalog: async () => ({ ok: true, value: smallCatalog }),
  readCode: async (paths, visit) => readSmallCode(paths, visit),
  catalogAt: openSnapshot,
  readResults: readSmallResults,
  runs: async () => ({ ok: true, value: await smallRuns() }),
  sizing: smallSizing,
  modelConfig: readModelConfig,
});

const notHere = async (): Promise<never> => {
  throw new Error("a process was started");
};
const noProcesses: Processes = {
  ...{ serve: notHere, export: notHere, mcp: notHere, measure: notHere, worker: notHere },
  ...{ probe: notHere, "import-suite": notHere, "runs delete": notHere, "runs export": notHere },
  ...{ "runs import": notHere, "runs grade": notHere },
};

/** Runs one command line in this process: 80 columns, no terminal, a fixed day. */
export async function runLine(
  argv: readonly string[],
  overrides: Partial<CliIo> & {
    readonly deps?: Partial<Deps>;
    readonly processes?: Partial<Processes>;
  } = {},
): Promise<Ran> {
  const written = { stdout: "", stderr: "" };
  const { deps = {}, processes = {}, ...io } = overrides;
  const exitCode = await runCli(
    argv,
    {
      stdout: { write: (text) => (written.stdout += text) },
      stderr: { write: (text) => (written.stderr += text) },
      stdin: textStream(""),
      env: {},
      version: "0.0.0",
      ...io,
    },
    { deps: { ...fakeDeps, ...deps }, processes: { ...noProcesses, ...processes } },
  );
  return { exitCode, ...written };
}

export async function* textStream(text: string): AsyncGenerator<string> {
  yield text;
}
