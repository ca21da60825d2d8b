import { timesTraffic } from "../cost/times-traffic.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import { requestsOf } from "../cost/traffic-parts.ts";
import type { Usd } from "../units.ts";
import type { Candidate } from "./candidate.ts";
import type { CostOverTraffic } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { billOf, doubtsOf, withRange } from "./cost-range.ts";
import { idOf } from "./wording.ts";

/** A hundredth to a hundred times the traffic, four steps to a power of ten. */
const multiples = Array.from({ length: 17 }, (_, step) => 10 ** ((step - 8) / 4));

/**
 * The bills at multiples of the traffic. Null where every bill grows in step with it, as prices by
 * the token do: then no traffic changes their order.
 */
export function costOverTraffic({
  candidates,
  traffic,
}: Pick<ComparisonContext, "candidates" | "traffic">): CostOverTraffic | null {
  if (candidates.every((candidate) => isInStep(candidate, traffic))) return null;
  const billsAt = (times: number) => {
    const grown = timesTraffic(traffic, times);
    return candidates.map((candidate) => billAt(candidate, candidates, grown));
  };
  const requests = requestsOf(traffic) ?? Number.POSITIVE_INFINITY;
  const points = multiples
    .filter((times) => times === 1 || requests * times >= fewestRequests)
    .map((times) => ({ times, bills: billsAt(times) }));
  return { points, breakEvens: breakEvensOf(candidates, points, billsAt) };
}

/** Below it a count of whole requests says little. */
const fewestRequests = 10;

function isInStep({ route }: Candidate, traffic: TrafficProfile): boolean {
  if (route === undefined) return true;
  const { webSearches = 0, trainingTokens = 0 } = traffic;
  const bill = billOf(route, traffic);
  if (!bill.known) return true;
  const { feeUsd, creditUsd, minimumUsd } = bill.dearest.month;
  return webSearches + trainingTokens + feeUsd + creditUsd + minimumUsd === 0;
}

type Bills = CostOverTraffic["points"][number]["bills"];

function billAt(
  { route, dossier }: Candidate,
  all: readonly Candidate[],
  traffic: TrafficProfile,
): Bills[number] {
  const bill = route === undefined ? undefined : billOf(route, traffic);
  if (bill === undefined || !bill.known) return null;
  const dossiers = all.map((each) => each.dossier);
  const cost = withRange(bill, doubtsOf(dossier, dossiers, traffic), "");
  if (!cost.known) return null;
  const { monthlyUsd, lowUsd, highUsd } = cost;
  return { monthlyUsd, lowUsd, highUsd };
}

/** Where the order of two bills turns between two multiples, halved until it is found. */
function breakEvensOf(
  candidates: readonly Candidate[],
  points: CostOverTraffic["points"],
  billsAt: (times: number) => Bills,
): CostOverTraffic["breakEvens"] {
  const pairs = candidates.flatMap((_, i) => candidates.slice(i + 1).map((_, j) => [i, i + 1 + j]));
  return pairs.flatMap(([i = 0, j = 0]) =>
    points.slice(1).flatMap((point, index) => {
      const before = points[index] ?? point;
      const below = gapOf(before.bills, i, j);
      if (!(below * gapOf(point.bills, i, j) <= 0) || below === 0) return [];
      let [low, high] = [before.times, point.times];
      for (let step = 0; step < halvings; step++) {
        const middle = Math.sqrt(low * high);
        if (Math.sign(gapOf(billsAt(middle), i, j)) === Math.sign(below)) low = middle;
        else high = middle;
      }
      const [first, second] = [candidates[i], candidates[j]];
      const bill = billsAt(high)[i];
      if (first === undefined || second === undefined || !bill) return [];
      const { monthlyUsd } = bill;
      return [{ times: high, monthlyUsd, models: [idOf(first), idOf(second)] as const }];
    }),
  );
}

const halvings = 30;

/** No number where one of them has no bill. */
function gapOf(bills: Bills, i: number, j: number): Usd {
  return (bills[i]?.monthlyUsd ?? Number.NaN) - (bills[j]?.monthlyUsd ?? Number.NaN);
}
