import type { Outcome } from "../../core/problems/problem.ts";
import type { Deps } from "../../operations/operation.ts";
import type { CliIo } from "./cli-io.ts";
import {
  facts,
  flag,
  list,
  number,
  type OptionRule,
  onCatalog,
  repeatable,
  store,
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
      flag("--runs", "runs", "show what was measured, with what was asked and answered"),
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
      flag("--runs", "runs", "draw what was measured, with what was asked and answered"),
      flag("--into-existing", "intoExisting", "write beside files that no export wrote"),
    ],
    examples: ["site --site https://example.org", "site --pairs pairs.txt"],
  },
  measure: {
    words: ["suite"],
    summary: "Ask endpoints your own prompts and say which is better; a second time, go on.",
    options: [
      store,
      facts,
      flag("--dry-run", "dryRun", "say what it would take, and send nothing"),
      number("--workers <n>", "workers", "so many processes measure, with a store on PostgreSQL"),
      flag("--to-the-end", "toTheEnd", "go on when the decision is certain already"),
      flag("--allow-code", "allowCode", "let graders run code that models write"),
      text("--format <name>", "format", "text, json, markdown, csv or junit"),
    ],
    examples: ["suite.yaml --dry-run", "suite.yaml"],
  },
  probe: {
    words: ["url"],
    summary: "Find out what an endpoint really does: tools, schemas, images, limits, one by one.",
    options: [
      text("--model <name>", "model", "the model, as the endpoint knows it"),
      text("--dialect <name>", "dialect", "chat-completions, responses, messages or gemini"),
      text("--key-variable <name>", "keyVariable", "the environment variable that holds the key"),
      text(
        "--route <id>",
        "route",
        "the route of the catalog it stands for: prices, and what it says",
      ),
      number(
        "--repetitions <n>",
        "repetitions",
        "trials of each probe; 10 when absent, dear ones fewer",
      ),
      list("--only <probes>", "only", "some probes alone: tools-forced,json-schema"),
      flag("--save", "save", "keep the session with its exchanges in the store of runs"),
      text("--store <place>", "store", "where runs are kept: a file, or postgres://…"),
      facts,
      number("--max-requests <n>", "maxRequests", "end before more requests are sent"),
      number("--max-usd <amount>", "maxUsd", "end before more is spent"),
      number(
        "--context-tokens <n>",
        "contextTokens",
        "the longest prompt to try; 8192 when absent",
      ),
      number("--concurrency <n>", "concurrency", "requests at once; 4 when absent"),
      flag(
        "--insecure",
        "insecure",
        "plain HTTP to other machines; key and prompts can be read on the way",
      ),
      flag("--dry-run", "dryRun", "list the probes and what they take, and send nothing"),
      text("--format <name>", "format", "text, json or markdown"),
    ],
    examples: [
      "http://127.0.0.1:8080/v1 --model qwen3.5-4b",
      "https://api.openai.com/v1 --model gpt-4.1 --key-variable OPENAI_API_KEY --dry-run",
    ],
  },
  "import-suite": {
    words: ["file"],
    summary: "Make a suite of a configuration of promptfoo, and say what of it does not map.",
    options: [text("--out <file>", "out", "the suite file to write; printed when absent")],
    examples: ["promptfooconfig.yaml --out suite.yaml"],
  },
  "runs delete": {
    words: ["run"],
    summary: "Take a run out of its store with all that belongs to it.",
    options: [store],
    examples: ["laying-bricks-0a1b2c3d4e"],
  },
  "runs export": {
    words: ["run", "file"],
    summary: "Write a run into a file that another store can take over; .gz packs it.",
    options: [store],
    examples: ["laying-bricks-0a1b2c3d4e run.jsonl.gz"],
  },
  "runs import": {
    words: ["file"],
    summary: "Take over a run that was exported.",
    options: [store],
    examples: ["run.jsonl.gz"],
  },
  "runs grade": {
    words: ["run"],
    summary: "Grade the answers of a run anew; its endpoints are asked nothing.",
    options: [
      text("--suite <file>", "suite", "by the graders of this suite; those kept when absent"),
      flag("--allow-code", "allowCode", "let graders run code that models wrote"),
      store,
    ],
    examples: ["laying-bricks-0a1b2c3d4e --suite suite.yaml"],
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
