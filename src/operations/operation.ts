import type { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import type { CountedPrompt } from "../core/cost/counted-prompts.ts";
import type { ExactTokenizer } from "../core/cost/tokenizer-names.ts";
import type { DecisionToWrite, KeptDecision } from "../core/decision/decision.ts";
import type { ResultFile } from "../core/paired/scored-result.ts";
import { parsedInput } from "../core/problems/parsed-input.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { Document } from "../core/report/document.ts";
import type { RunEvidence } from "../core/runs/run-evidence.ts";
import type { RunReader } from "../core/runs/run-reader.ts";
import type { CodeFile, LeftOutFiles } from "../core/scan/code-file.ts";
import type { ModelConfig } from "../core/sizing/config/model-config.ts";
import type { SizingFacts } from "../core/sizing/sizing-facts.ts";
import type { IsoDate } from "../core/units.ts";
import type { Workload } from "../core/workload/workload.ts";

/** What operations may reach for. The process entry builds it once; tests build it from fakes. */
export interface Deps {
  /** The catalog with the facts files given, and what the team measured, laid over it. */
  readonly catalog: (
    factsFiles: readonly string[],
    /** For what others will read: what the team measured is left out. */
    options?: { readonly withoutRuns?: boolean },
  ) => Promise<Outcome<Catalog>>;
  /** The prompts of a file or a folder, counted with a real tokenizer. */
  readonly countPrompts: (
    path: string,
    tokenizer: ExactTokenizer,
  ) => Promise<Outcome<readonly CountedPrompt[]>>;
  /** What the team wrote down of its work: the file asked for, else `steelyard.yaml` where it lies. */
  readonly workload: (file: string | undefined) => Promise<Outcome<Workload | undefined>>;
  /** What runs and probes of the team say, the latest first; null: that is not told here. */
  readonly measured: () => Promise<Outcome<readonly RunEvidence[] | null>>;
  /** A compiled catalog kept in a folder, with what the facts files say of what it knows. */
  readonly catalogAt: (folder: string, factsFiles: readonly string[]) => Promise<Outcome<Catalog>>;
  /** Writes a decision record whole or not at all; one that is there is kept unless it may go. */
  readonly writeDecision: (file: string, record: DecisionToWrite) => Promise<Outcome<string>>;
  /** A decision record with what it kept of the catalog it was made on. */
  readonly readDecision: (file: string) => Promise<Outcome<KeptDecision>>;
  /** The day of asking, UTC. */
  readonly today: () => IsoDate;
  /** Shows every text file at some paths to a visitor, and tells what was left out. */
  readonly readCode: (
    paths: readonly string[],
    visit: (file: CodeFile) => void,
  ) => Promise<Outcome<LeftOutFiles>>;
  /** A `config.json` that lies beside the weights of a model. */
  readonly modelConfig: (file: string) => Promise<Outcome<ModelConfig>>;
  /** What is known for weights of one's own: architectures, GPUs, precisions. */
  readonly sizing: () => Promise<Outcome<SizingFacts>>;
  /** A file of results per prompt: our own, or what another tool wrote. */
  readonly readResults: (file: string) => Promise<Outcome<ResultFile>>;
  /** The runs of a store: the one named, else the team's usual one. */
  readonly runs: (store: string | undefined) => Promise<Outcome<RunReader>>;
}

interface Definition<Input extends z.ZodType, Output> {
  /** The CLI command, the OpenAPI `operationId` and the MCP tool name. */
  readonly name: string;
  readonly summary: string;
  readonly input: Input;
  /** What scripts may rely on in the answer; there is more in it, and more may come. */
  readonly output?: z.ZodType;
  readonly run: (input: z.output<Input>, deps: Deps) => Promise<Outcome<Output>>;
  /** The answer for people. Faces print it; the JSON answer is `Output` itself. */
  readonly report: (output: Output, options: ReportOptions) => Document;
  /** True of what may leave something behind; everything else is a question. */
  readonly writes?: true;
  /** True of what rests on more than the catalog, the day and the question: no answer is kept for the next. */
  readonly isLive?: true;
  /** True when the answer is "no": a check failed. The command line then ends with 1. */
  readonly isNo?: (output: Output) => boolean;
  /** Formats beside text, JSON and Markdown, by name: `sarif`, `atom`. */
  readonly formats?: Readonly<Record<string, (output: Output) => string>>;
  /** Formats too long to hold, piece by piece. Only a command line prints them. */
  readonly streams?: Readonly<
    Record<string, (output: Output, input: z.output<Input>, deps: Deps) => AsyncIterable<string>>
  >;
}

/** How much of an answer people want to read. */
export interface ReportOptions {
  /** Only the answer, its reasons and what would change it. */
  readonly brief: boolean;
  /** Sources in full instead of by short name. */
  readonly withSources: boolean;
  /** Long lists to their end, which sources in full bring with them. */
  readonly isWhole?: boolean;
}

/**
 * One thing the product can do, said once. Library users call `run`, typed; faces call `answer`
 * with whatever arrived.
 */
export function defineOperation<Input extends z.ZodType, Output>(
  definition: Definition<Input, Output>,
) {
  return {
    ...definition,
    /** Parses, runs, and hands back the value together with its report. */
    async answer(raw: unknown, deps: Deps): Promise<Outcome<Answer<Output>>> {
      const input = parsedInput(definition.input, raw, "input");
      if (!input.ok) return input;
      const outcome = await definition.run(input.value, deps);
      if (!outcome.ok) return outcome;
      const { value } = outcome;
      const { isNo, formats = {}, streams = {} } = definition;
      const answer = {
        value,
        report: (options: ReportOptions) => definition.report(value, options),
        isNo: isNo?.(value) ?? false,
        print: (format: string) => formats[format]?.(value),
        stream: (format: string) => streams[format]?.(value, input.value, deps),
      };
      return { ok: true, value: answer };
    },
  };
}

/** A value with its report for people and its other formats. */
export interface Answer<Output> {
  readonly value: Output;
  readonly report: (options: ReportOptions) => Document;
  /** True when the answer is "no": a check failed. */
  readonly isNo: boolean;
  /** The answer in a format of this operation's own; undefined when it has none of this name. */
  readonly print: (format: string) => string | undefined;
  /** The same of those that are too long to hold. */
  readonly stream: (format: string) => AsyncIterable<string> | undefined;
}
