import {
  type ResultFile,
  type ResultFormat,
  resultFile,
  type ScoredResult,
} from "../../core/paired/scored-result.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { parseCsvResults } from "./csv-results.ts";
import { parseInspectLog } from "./inspect-results.ts";
import { firstJsonLine, parseJson } from "./json-lines.ts";
import { parseLmEvalSamples } from "./lm-eval-results.ts";
import { parsePromptfooFile, parsePromptfooLines } from "./promptfoo-results.ts";
import { notValid } from "./result-problem.ts";
import { parseSteelyardResults } from "./steelyard-results.ts";

/** Reads the text of a file of results, whoever wrote it: the text says who did. */
export function parseResults(text: string, file: string): Outcome<ResultFile> {
  const start = text.trimStart().slice(0, 1);
  if (start === "") return notValid({ file }, "results, and the file is empty");
  if (text.startsWith("PK\u0003\u0004")) {
    return notValid({ file }, "JSON; `inspect log convert --to json` makes it of an .eval file");
  }
  if (start !== "{" && start !== "[") return put(file, "csv", parseCsvResults(text, file));
  const readLines = lineFormats[lineFormatOf(firstJsonLine(text)) ?? "none"];
  return readLines === undefined ? parseWhole(parseJson(text), file) : readLines(text, file);
}

function parseWhole(value: unknown, file: string): Outcome<ResultFile> {
  if (hasField(value, "samples") || hasField(value, "eval")) {
    return put(file, "inspect", parseInspectLog(value, file));
  }
  if (hasField(value, "results")) return put(file, "promptfoo", parsePromptfooFile(value, file));
  return notValid({ file }, value === undefined ? `JSON that is whole: ${theFormats}` : theFormats);
}

type LineFormat = "steelyard" | "lm-eval" | "promptfoo";

/** Files with a result on each line, by what the first line holds. */
const lineFormats: Readonly<
  Record<LineFormat | "none", ((text: string, file: string) => Outcome<ResultFile>) | undefined>
> = {
  steelyard: (text, file) => put(file, "steelyard", parseSteelyardResults(text, file)),
  "lm-eval": (text, file) => put(file, "lm-eval", parseLmEvalSamples(text, file)),
  promptfoo: (text, file) => put(file, "promptfoo", parsePromptfooLines(text, file)),
  none: undefined,
};

const theFormats =
  "results of Steelyard, promptfoo, Inspect (JSON), lm-evaluation-harness (samples) or a CSV table";

function lineFormatOf(value: unknown): LineFormat | undefined {
  if (hasField(value, "doc_id")) return "lm-eval";
  if (hasField(value, "prompt") && hasField(value, "grades")) return "steelyard";
  if (hasField(value, "provider") && hasField(value, "success")) return "promptfoo";
  return undefined;
}

function hasField(value: unknown, name: string): boolean {
  return typeof value === "object" && value !== null && Object.hasOwn(value, name);
}

function put(
  file: string,
  format: ResultFormat,
  results: Outcome<readonly ScoredResult[]>,
): Outcome<ResultFile> {
  if (!results.ok) return results;
  if (results.value.length === 0) return notValid({ file }, "at least one result");
  return { ok: true, value: resultFile(file, format, results.value) };
}
