import type { Outcome } from "../problems/problem.ts";
import type { ResultFile, ScoredResult } from "./scored-result.ts";

/** One of the two that are held against each other. */
export interface PairedSide {
  /** Its endpoint where the file says it, else the file. */
  readonly name: string;
  readonly file: string;
  readonly results: readonly ScoredResult[];
}

export interface Sides {
  readonly a: PairedSide;
  readonly b: PairedSide;
  readonly metric: string;
  /** All that could have been asked for. */
  readonly metrics: readonly string[];
}

/**
 * Which results are A's and which are B's: two files, or two endpoints of one. The metric is the first
 * that both have, unless one is asked for.
 */
export function sidesOf(
  files: readonly ResultFile[],
  asked: { readonly endpoints?: readonly string[]; readonly metric?: string | undefined },
): Outcome<Sides> {
  const [first, second] = files;
  if (first === undefined) return invalid("files", "Expected one or two files of results");
  const { endpoints = [] } = asked;
  const [endpointA, endpointB] =
    second === undefined && endpoints.length === 0 ? first.endpoints : endpoints;
  if (second === undefined) {
    const isTwo =
      endpoints.length === 2 || (endpoints.length === 0 && first.endpoints.length === 2);
    if (!isTwo) return invalid("endpoints", twoOf(first));
  }
  const a = sideOf(first, endpointA);
  if (!a.ok) return a;
  // A file for each side, and one name: both files hold answers of that endpoint.
  const b = sideOf(second ?? first, endpointB ?? (second === undefined ? undefined : endpointA));
  if (!b.ok) return b;
  const metrics = first.metrics.filter((metric) => (second ?? first).metrics.includes(metric));
  const metric = asked.metric ?? metrics[0];
  if (metric === undefined || !metrics.includes(metric)) {
    return invalid("metric", metricsThereAre(metrics, files));
  }
  const named = a.value.name === b.value.name ? byFile(a.value, b.value) : [a.value, b.value];
  const [sideA = a.value, sideB = b.value] = named;
  return { ok: true, value: { a: sideA, b: sideB, metric, metrics } };
}

function sideOf(file: ResultFile, endpoint: string | undefined): Outcome<PairedSide> {
  const { endpoints, results } = file;
  if (endpoint === undefined && endpoints.length > 1) return invalid("endpoints", oneOf(file));
  if (endpoint !== undefined && endpoints.length > 0 && !endpoints.includes(endpoint)) {
    return invalid("endpoints", oneOf(file));
  }
  const name = endpoint ?? endpoints[0] ?? file.file;
  const ofIt = results.filter((result) => result.endpoint === null || result.endpoint === name);
  return { ok: true, value: { name, file: file.file, results: ofIt } };
}

/** The same endpoint twice, before and after a change say, is told apart by its files. */
function byFile(a: PairedSide, b: PairedSide): readonly PairedSide[] {
  return [a, b].map((side) => ({ ...side, name: `${side.name} in ${side.file}` }));
}

const shownNames = 10;

function twoOf({ file, endpoints }: ResultFile): string {
  if (endpoints.length < 2) return `Expected a second file: ${file} holds one endpoint only`;
  return `Expected two of the endpoints in ${file}: ${someOf(endpoints)}`;
}

function oneOf({ file, endpoints }: ResultFile): string {
  return `Expected an endpoint of ${file}: ${someOf(endpoints)}`;
}

function metricsThereAre(metrics: readonly string[], files: readonly ResultFile[]): string {
  if (metrics.length > 0) return `Expected one of the metrics there are: ${someOf(metrics)}`;
  const held = files.map(({ file, metrics: own }) => `${file} has ${someOf(own) || "none"}`);
  return `Expected a metric that both sides have; ${held.join(", ")}`;
}

function someOf(names: readonly string[]): string {
  const rest = names.length - shownNames;
  return names.slice(0, shownNames).join(", ") + (rest > 0 ? ` and ${rest} more` : "");
}

function invalid(where: string, expected: string): Outcome<never> {
  return { ok: false, problem: { code: "invalid-input", where, expected } };
}
