import type { ScreenedRoute } from "../compare/screen.ts";
import { compareText } from "../ordering.ts";
import type { Ratio, Usd } from "../units.ts";

/** What one constraint costs: the cheapest route that passes the others, beside the one that passes all. */
export interface ConstraintPrice {
  readonly constraint: string;
  /** Routes that pass everything but this. */
  readonly routesAdded: number;
  /** The cheapest route when it is left out; absent where nothing passes even then. */
  readonly without?: PricedRoute;
  /** The cheapest with all of them; absent: nothing passes. */
  readonly withAll?: PricedRoute;
  /** How much less the bill is without it, as a share of the bill with all; absent without both. */
  readonly savingShare?: Ratio;
}

export interface PricedRoute {
  readonly screened: ScreenedRoute;
  readonly monthlyUsd: Usd;
}

/** The price of each constraint, the dearest first. */
export function constraintPrices(
  constraints: readonly string[],
  screened: readonly ScreenedRoute[],
): readonly ConstraintPrice[] {
  const withAll = cheapestOf(screened.filter(({ result }) => result === "passes"));
  const added = new Map<string, ScreenedRoute[]>();
  for (const route of screened) {
    const [held, ...others] = route.held;
    if (held === undefined || others.length > 0) continue;
    const before = added.get(held.constraint);
    if (before === undefined) added.set(held.constraint, [route]);
    else before.push(route);
  }
  const prices = constraints.map((constraint): ConstraintPrice => {
    const routes = added.get(constraint) ?? [];
    const cheapestAdded = cheapestOf(routes);
    const without = cheaperOf(withAll, cheapestAdded);
    return {
      constraint,
      routesAdded: routes.length,
      ...(without === undefined ? {} : { without }),
      ...(withAll === undefined ? {} : { withAll }),
      ...(withAll === undefined || without === undefined || withAll.monthlyUsd === 0
        ? {}
        : { savingShare: 1 - without.monthlyUsd / withAll.monthlyUsd }),
    };
  });
  return prices.sort(
    (a, b) =>
      (b.savingShare ?? 0) - (a.savingShare ?? 0) ||
      b.routesAdded - a.routesAdded ||
      compareText(a.constraint, b.constraint),
  );
}

/** The cheapest with a price; ties go by id, so that no order of files matters. */
function cheapestOf(screened: readonly ScreenedRoute[]): PricedRoute | undefined {
  let best: PricedRoute | undefined;
  for (const each of screened) {
    const { monthlyUsd } = each;
    if (monthlyUsd !== undefined) best = cheaperOf(best, { screened: each, monthlyUsd });
  }
  return best;
}

function cheaperOf(
  a: PricedRoute | undefined,
  b: PricedRoute | undefined,
): PricedRoute | undefined {
  if (a === undefined || b === undefined) return a ?? b;
  const order = a.monthlyUsd - b.monthlyUsd || compareText(idOf(a.screened), idOf(b.screened));
  return order <= 0 ? a : b;
}

const idOf = ({ route }: ScreenedRoute): string => route.entry.id;
