import type { Catalog } from "../core/catalog/catalog.ts";
import type { KeptBack, Outcome, Problem } from "../core/problems/problem.ts";
import type { IsoDate } from "../core/units.ts";
import type { Deps } from "./operation.ts";

/** What a server was started with, and what holds for everybody who asks it. */
export interface RemoteOptions {
  /** Facts files of the server itself, laid over the catalog for all. */
  readonly facts?: readonly string[];
  /** Today, whatever the clock says. */
  readonly asOf?: IsoDate | undefined;
  /** The folder decision records are read from, and written to by who may. */
  readonly records?: string | undefined;
  readonly mayWrite?: boolean;
  /** Whether runs are shown, with what was asked and answered. */
  readonly withRuns?: boolean;
}

/**
 * What a stranger may reach of a machine: its catalog and the day. Whatever names a file or a folder
 * is refused. The catalog is opened once and kept.
 */
export function remoteDeps(deps: Deps, options: RemoteOptions = {}): Deps {
  const { facts = [], asOf, records, mayWrite = false, withRuns = false } = options;
  let opened: Promise<Outcome<Catalog>> | undefined;
  const catalog = async (): Promise<Outcome<Catalog>> => {
    opened ??= deps.catalog(facts);
    const outcome = await opened;
    if (!outcome.ok) opened = undefined;
    return outcome;
  };
  return {
    catalog: async ([file]) => (file === undefined ? catalog() : keptBack("facts", file)),
    measured: deps.measured,
    sizing: deps.sizing,
    modelConfig: async (file) => keptBack("config", file),
    workload: async (file) =>
      file === undefined || file === "none"
        ? { ok: true, value: undefined }
        : keptBack("workload", file),
    catalogAt: async (folder) => keptBack("catalog", folder),
    countPrompts: async (path) => keptBack("prompts", path),
    readCode: async ([path = ""]) => keptBack("code", path),
    readResults: async (file) => keptBack("results", file),
    runs: async (store) => {
      if (store !== undefined || !withRuns) return keptBack("runs", store ?? "runs");
      return deps.runs(undefined);
    },
    readDecision: async (file) => {
      if (records === undefined) return keptBack("records", file);
      if (!isRecordName(file)) return refuse(notPlain);
      return named(file, await deps.readDecision(`${records}/${file}`));
    },
    writeDecision: async (file, record) => {
      if (records === undefined) return keptBack("records", file);
      if (!isRecordName(file)) return refuse(notPlain);
      if (!mayWrite) return refuse({ code: "token-needed", isGiven: false });
      return named(file, await deps.writeDecision(`${records}/${file}`, record));
    },
    today: () => asOf ?? deps.today(),
  };
}

const notPlain: Problem = {
  code: "invalid-input",
  where: "file",
  expected: "Expected the plain name of a record, such as 2026-11-model.md",
};

/** One folder, no way out of it, nothing hidden. */
function isRecordName(file: string): boolean {
  return /^[A-Za-z0-9][\w.-]{0,120}\.md$/.test(file);
}

function keptBack(what: KeptBack, asked: string): Outcome<never> {
  return refuse({ code: "not-served-here", what, asked });
}

function refuse(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}

/** Where the folder lies is nobody's business: a problem with a record calls it as it was asked for. */
function named<T>(file: string, outcome: Outcome<T>): Outcome<T> {
  if (outcome.ok || !("file" in outcome.problem)) return outcome;
  return refuse({ ...outcome.problem, file });
}
