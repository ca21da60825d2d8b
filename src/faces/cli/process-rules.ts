import type { Outcome } from "../../core/problems/problem.ts";
import type { Deps } from "../../operations/operation.ts";
import type { CliIo } from "./cli-io.ts";
import {
  facts,
  flag,
  number,
  type OptionRule,
  onCatalog,
  repeatable,
  text,
} from "./option-rules.ts";

/** How a command is asked for that is no question: it goes on until it is stopped, or writes a site. */
export interface ProcessRule {
  /** Fields the plain words fill; see `CommandRule`. */
  readonly words: readonly string[];
  readonly summary: string;
  readonly options: readonly OptionRule[];
  readonly examples: readonly string[];
}

const site = text(
  "--site <origin>",
  "site",
  "where readers find it, for whole addresses: https://example.org",
);

export const processRules = {
  serve: {
    words: [],
    summary: "Answer over HTTP until stopped: REST at /v1, its description at /openapi.json.",
    options: [
      number("--port <n>", "port", "where to listen; 4400 when absent, 0 for any that is free"),
      text("--host <address>", "host", "the address to listen on; 127.0.0.1 when absent"),
      repeatable(
        "--allow-host <name>",
        "allowedHosts",
        "a name this machine is asked by, as through a proxy; repeatable",
      ),
      facts,
      text(
        "--records <folder>",
        "records",
        "where decision records lie; STEELYARD_TOKEN lets one write",
      ),
      site,
      text("--as-of <day>", "asOf", "answer as on this day, whatever today is: 2026-11-20"),
    ],
    examples: ["", "--port 8080 --facts prices.yaml"],
  },
  export: {
    words: ["folder"],
    summary: "Write all pages as files that any host can serve; a second time, what changed.",
    options: [
      text(
        "--pairs <file>",
        "pairs",
        "comparisons to draw, one in a line: `gpt-4.1 vs qwen3.5-4b`; default (some 10,000) or none",
      ),
      site,
      facts,
      text("--as-of <day>", "asOf", "draw as on this day, whatever today is: 2026-11-20"),
      number("--threads <n>", "threads", "how many draw; as the machine has them when absent"),
      flag("--into-existing", "intoExisting", "write beside files that no export wrote"),
    ],
    examples: ["site --site https://example.org", "site --pairs pairs.txt"],
  },
  measure: {
    words: ["suite"],
    summary: "Ask endpoints your own prompts and say which is better; a second time, go on.",
    options: [
      text("--store <place>", "store", "where runs are kept: a file, or postgres://…"),
      facts,
      flag("--dry-run", "dryRun", "say what it would take, and send nothing"),
      number("--workers <n>", "workers", "so many processes measure, with a store on PostgreSQL"),
      flag("--to-the-end", "toTheEnd", "go on when the decision is certain already"),
      flag("--allow-code", "allowCode", "let graders run code that models write"),
      text("--format <name>", "format", "text, json or markdown"),
    ],
    examples: ["suite.yaml --dry-run", "suite.yaml"],
  },
  worker: {
    words: ["run"],
    summary: "Measure cells of a run beside others, on this host or another, until none is left.",
    options: [
      text("--store <place>", "store", "where the run is kept: postgres://…; or STEELYARD_STORE"),
      text(
        "--suite-folder <folder>",
        "suiteFolder",
        "where modules that grade lie on this host, as beside the suite",
      ),
      facts,
      number("--share <part>", "share", "of an arrival rate: 0.5 is half of the requests a second"),
      flag("--allow-code", "allowCode", "let graders run code that models write"),
    ],
    examples: ["my-suite-0123456789 --store postgres://steelyard@db.example/runs"],
  },
  mcp: {
    words: [],
    summary: "Answer an agent over standard input and output (Model Context Protocol).",
    options: onCatalog,
    examples: ["", "--facts prices.yaml"],
  },
} as const satisfies Record<string, ProcessRule>;

export type ProcessName = keyof typeof processRules;

export const processNames: readonly ProcessName[] = Object.keys(processRules).filter(isProcess);

function isProcess(name: string): name is ProcessName {
  return Object.hasOwn(processRules, name);
}

/** Tells the exit code when it has ended, or what kept it from starting. */
export type Process = (
  fields: Readonly<Record<string, unknown>>,
  io: CliIo,
  deps: Deps,
) => Promise<Outcome<number>>;

/** Loaded when asked for, so that no other command waits for them. */
export type Processes = Readonly<Record<ProcessName, () => Promise<Process>>>;
