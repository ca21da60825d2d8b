import type { Property } from "../catalog/property.ts";
import { groupBy } from "../group-by.ts";
import type { Interval } from "../stats/intervals.ts";
import type { IsoDate } from "../units.ts";
import type { ProbeId } from "./probe.ts";
import type { ProbeReport } from "./probe-report.ts";
import { probes } from "./probes.ts";
import type { ProbeOutcome } from "./verdict.ts";

/** What a session lets a team say of a property, from its own requests. */
export interface ProbeClaim {
  readonly property: Property;
  readonly value: boolean | number;
  /** The probe that shows it best. */
  readonly probe: ProbeId;
  readonly hits: number;
  /** Trials that say something; of the context window, requests. */
  readonly n: number;
  readonly interval95: Interval | null;
  readonly day: IsoDate;
}

/**
 * Yes where one of the probes that speak for a property finds it supported, no where each of them was
 * asked, as far as the wire format has words for it, and finds it unsupported. What is flaky or unclear is no claim. A context window is claimed only where its end
 * was seen.
 */
export function probeClaims(report: ProbeReport): readonly ProbeClaim[] {
  const speaking = report.outcomes.flatMap((outcome) => {
    const speaksFor = probes.find(({ id }) => id === outcome.probe)?.speaksFor;
    return speaksFor === undefined ? [] : [{ outcome, ...speaksFor }];
  });
  const day = report.createdAt.slice(0, 10);
  return [...groupBy(speaking, ({ property }) => property)].flatMap(([property, all]) => {
    const claimOf = (outcome: ProbeOutcome, value: boolean | number): ProbeClaim => ({
      ...{ property, value, probe: outcome.probe, hits: outcome.hits, n: outcome.trials },
      ...{ interval95: outcome.interval95, day },
    });
    if (property === "limit.context") {
      const tokens = measuredContext(report);
      const [first] = all;
      return tokens === null || first === undefined ? [] : [claimOf(first.outcome, tokens)];
    }
    const yes = all.find(({ outcome }) => outcome.verdict === "supported");
    if (yes !== undefined) return [claimOf(yes.outcome, true)];
    const [no] = all;
    const isNo =
      isAllAsked(property, report) &&
      all.every(
        ({ outcome, isOnlyYes }) => outcome.verdict === "unsupported" && isOnlyYes !== true,
      );
    return no !== undefined && isNo ? [claimOf(no.outcome, false)] : [];
  });
}

/** A way that was left out by choice may work yet. */
function isAllAsked(property: Property, { outcomes, notBegun }: ProbeReport): boolean {
  return probes
    .filter(({ speaksFor }) => speaksFor?.property === property)
    .every(({ id }) => outcomes.some(({ probe }) => probe === id) || notBegun.includes(id));
}

function measuredContext({ context }: ProbeReport): number | null {
  if (context === null || context.refusedTokens === null) return null;
  return context.takenTokens;
}
