import type { Candidate } from "../compare/candidate.ts";
import { idOf, nameOf } from "../compare/wording.ts";
import { formatTokens, formatUsd } from "../report/format.ts";
import { billSources, type DraftFlip } from "./flips-of.ts";
import type { Shortfall } from "./judgement.ts";

/**
 * What would bring a candidate back that is out: a route below the bill of the one left, or a demand
 * that it meets, where that demand is all it misses.
 */
export function returnFlips(out: Candidate, left?: Candidate): readonly DraftFlip[] {
  return out.standing.kind === "no-route" ? routeFlip(out, left) : demandFlip(out);
}

function routeFlip(out: Candidate, left: Candidate | undefined): readonly DraftFlip[] {
  if (left === undefined || !left.cost.known) return [];
  const { monthlyUsd } = left.cost;
  const found = `a route for ${nameOf(out)} is found below ${formatUsd(monthlyUsd)} a month`;
  return [
    {
      variable: `bill of ${nameOf(out)}`,
      unit: "USD/month",
      current: null,
      value: monthlyUsd,
      distancePercent: null,
      changesTo: idOf(out),
      text: `${found}: it would be a candidate`,
      sources: billSources(left),
    },
  ];
}

function demandFlip(out: Candidate): readonly DraftFlip[] {
  const missed = out.constraints.filter(({ result }) => result === "fails");
  const [only, ...others] = missed;
  if (only?.shortfall === undefined || others.length > 0) return [];
  const { demand, unit, asked, has } = only.shortfall;
  return [
    {
      variable: demand,
      unit,
      current: asked,
      value: has,
      distancePercent: asked === 0 ? null : (has / asked - 1) * 100,
      changesTo: idOf(out),
      text: `the ${demand} is ${amount(has, only.shortfall)} (now ${amount(asked, only.shortfall)}): ${nameOf(out)} meets it`,
      sources: only.sources,
    },
  ];
}

const amount = (value: number, { unit }: Shortfall): string =>
  unit === "tokens" ? `${formatTokens(value)} tokens` : formatUsd(value);
