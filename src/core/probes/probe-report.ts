import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import type { FailureCount } from "../runs/endpoint-tally.ts";
import { failureKinds } from "../runs/failure.ts";
import type { RunEnd } from "../runs/progress.ts";
import type { CellResult } from "../runs/result.ts";
import type { Run } from "../runs/run.ts";
import type { Tokens, Usd } from "../units.ts";
import { type ContextReach, contextOutcome, contextReach } from "./context-reach.ts";
import type { ProbeId } from "./probe.ts";
import { backdropOf, probeResults } from "./probe-result.ts";
import { type ProbeSettings, probeSettings } from "./probe-settings.ts";
import { probes } from "./probes.ts";
import { type ProbeOutcome, probeOutcome } from "./verdict.ts";

/** What an endpoint really does, as far as a session found out. */
export interface ProbeReport {
  readonly kind: "probe";
  readonly run: string;
  readonly createdAt: string;
  readonly endpoint: ProbedEndpoint;
  readonly settings: ProbeSettings;
  /** Null: how it ended is not known. */
  readonly end: RunEnd | null;
  /** Of every probe that was begun. */
  readonly outcomes: readonly ProbeOutcome[];
  /** Probes that were asked for and not begun: the wire format has no words for them, or it ended before. */
  readonly notBegun: readonly ProbeId[];
  /** Null: not asked. */
  readonly context: ContextReach | null;
  readonly failures: readonly ProbeFailures[];
  /** As answers name the model that gave them. */
  readonly servedModels: readonly string[];
  readonly spend: ProbeSpend;
}

export interface ProbedEndpoint {
  readonly baseUrl: string;
  readonly model: string;
  readonly dialect: string;
  readonly route: string | null;
}

/** Requests that failed in one way. */
export interface ProbeFailures extends FailureCount {
  /** Of these, the refusals that say something of their probe. */
  readonly told: number;
}

/** What the session used up. */
export interface ProbeSpend {
  readonly requests: number;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  /** Null: no price is known. */
  readonly usd: Usd | null;
}

/** Undefined for a run that is no session of probes. */
export function probeReport(
  run: Run,
  results: readonly CellResult[],
  end: RunEnd | null = null,
): ProbeReport | undefined {
  const settings = probeSettings(run);
  const [endpoint] = run.endpoints;
  if (settings === undefined || endpoint === undefined) return undefined;
  const byProbe = probeResults(results);
  const backdrop = backdropOf(byProbe.get("answers") ?? []);
  const reach = byProbe.has("context") ? contextReach(byProbe.get("context") ?? []) : null;
  const outcomes = probes.flatMap((probe): ProbeOutcome[] => {
    const own = byProbe.get(probe.id);
    if (own === undefined || !settings.probes.includes(probe.id)) return [];
    const outcome = probeOutcome(probe, own, backdrop);
    return [
      probe.id === "context" && reach !== null
        ? contextOutcome(outcome, reach, settings.declared)
        : outcome,
    ];
  });
  const { baseUrl, model, dialect, route = null } = endpoint;
  return {
    ...{
      kind: "probe",
      run: run.id,
      createdAt: run.createdAt,
      settings,
      end,
      outcomes,
      context: reach,
    },
    endpoint: { baseUrl, model, dialect, route },
    notBegun: settings.probes.filter((id) => !byProbe.has(id)),
    failures: failuresIn(results),
    servedModels: servedIn(results),
    spend: spendOf(results),
  };
}

function failuresIn(results: readonly CellResult[]): readonly ProbeFailures[] {
  const failed = results.flatMap(({ failure, grades }) =>
    failure === null ? [] : [{ code: failure.code, isTold: grades.length > 0 }],
  );
  return [...groupBy(failed, ({ code }) => code)]
    .map(([code, all]) => ({
      ...{ code, class: failureKinds[code].class, cells: all.length },
      told: all.filter(({ isTold }) => isTold).length,
    }))
    .sort((a, b) => b.cells - a.cells || compareText(a.code, b.code));
}

/** Asked for by a name that nobody has, an endpoint may name itself anything. */
function servedIn(results: readonly CellResult[]): readonly string[] {
  const named = results.filter(({ cell }) => !cell.startsWith("unknown-model/"));
  return [...new Set(named.flatMap(({ answer }) => answer?.servedModel ?? []))].sort(compareText);
}

function spendOf(results: readonly CellResult[]): ProbeSpend {
  const sum = (part: (result: CellResult) => number) =>
    results.reduce((total, result) => total + part(result), 0);
  const isPriced = results.some(({ usd }) => usd !== null);
  return {
    requests: sum(({ attempts }) => attempts),
    inputTokens: sum(({ answer }) => answer?.usage?.inputTokens ?? 0),
    outputTokens: sum(({ answer }) => answer?.usage?.outputTokens ?? 0),
    usd: isPriced ? sum(({ usd }) => Number(usd ?? 0)) : null,
  };
}
