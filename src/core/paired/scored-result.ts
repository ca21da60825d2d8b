/** One result of one prompt, as somebody's file or question has it. */
export interface ScoredResult {
  readonly prompt: string;
  /** Null: the file does not say whose answer it was. */
  readonly endpoint: string | null;
  /** Prompts of one source, such as one document, do not count as independent. */
  readonly cluster?: string | undefined;
  /** What is asked, in short: the same name for two different prompts is no pair. */
  readonly fingerprint?: string | undefined;
  /** By metric; empty where there was no answer to score. */
  readonly scores: Readonly<Record<string, number>>;
}

/** What a file of results holds, whoever wrote it. */
export interface ResultFile {
  readonly file: string;
  readonly format: ResultFormat;
  /** The one to begin with first. */
  readonly metrics: readonly string[];
  /** In the order they first appear. */
  readonly endpoints: readonly string[];
  readonly results: readonly ScoredResult[];
}

/** Who writes files of results that are read here. */
export type ResultFormat = "steelyard" | "promptfoo" | "inspect" | "lm-eval" | "csv" | "given";

/** Puts results under the names that they use, in the order they first appear. */
export function resultFile(
  file: string,
  format: ResultFormat,
  results: readonly ScoredResult[],
): ResultFile {
  const metrics = new Set<string>();
  const endpoints = new Set<string>();
  for (const { scores, endpoint } of results) {
    for (const metric of Object.keys(scores)) metrics.add(metric);
    if (endpoint !== null) endpoints.add(endpoint);
  }
  return { file, format, results, metrics: [...metrics], endpoints: [...endpoints] };
}
