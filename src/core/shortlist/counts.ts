import type { ModelDossier } from "../catalog/dossier.ts";
import type { ScreenedRoute } from "../compare/screen.ts";
import { groupBy } from "../group-by.ts";
import { compareText } from "../ordering.ts";
import type { ConstraintResult } from "../verdict/judgement.ts";
import type { Counts, Shortlist } from "./shortlist.ts";

type Result = ScreenedRoute["result"];

export function countsOf(results: readonly Result[]): Counts {
  const count = (wanted: Result) => results.filter((result) => result === wanted).length;
  return {
    considered: results.length,
    passing: count("passes"),
    conditional: count("conditional"),
    failing: count("fails"),
  };
}

/** A model stands as its best route does; without a route it fails. */
export function modelResults(
  considered: readonly ModelDossier[],
  screened: readonly ScreenedRoute[],
): readonly Result[] {
  const best = new Map<ModelDossier, Result>();
  for (const { dossier, result } of screened) {
    const before = best.get(dossier);
    if (before === undefined || order[result] < order[before]) best.set(dossier, result);
  }
  return considered.map((dossier) => best.get(dossier) ?? "fails");
}

const order = { passes: 0, conditional: 1, fails: 2 } as const satisfies Record<Result, number>;

/** What rules out each model that no route of serves, by its nearest route. */
export function whyOut(
  considered: readonly ModelDossier[],
  screened: readonly ScreenedRoute[],
): Shortlist["out"] {
  const byModel = groupBy(screened, ({ dossier }) => dossier);
  return considered.flatMap((dossier) => {
    const routes = byModel.get(dossier) ?? [];
    if (routes.some(({ result }) => result !== "fails")) return [];
    const { id, name } = dossier.entry;
    const failed = nearestFailure(routes);
    const constraints = failed.map(({ constraint }) => constraint);
    return [{ model: id, name, constraints, because: becauseOf(failed) }];
  });
}

/** What the route that fails least fails, up to where it is lost. */
function nearestFailure(routes: readonly ScreenedRoute[]): readonly ConstraintResult[] {
  const failures = routes.map((screened) => ({
    screened,
    count: screened.held.filter(isFailure).length,
  }));
  const [nearest] = failures.sort(
    (a, b) =>
      a.count - b.count || compareText(a.screened.route.entry.id, b.screened.route.entry.id),
  );
  return nearest?.screened.held.filter(isFailure) ?? [];
}

const isFailure = ({ result }: ConstraintResult): boolean => result === "fails";

function becauseOf(failed: readonly ConstraintResult[]): string {
  if (failed.length === 0) return "no route is known";
  return `fails ${failed.map(({ constraint, because }) => `"${constraint}" (${because})`).join("; ")}`;
}

/** The facts that routes wait for, the most awaited first, with whom to ask. */
export function openQuestions(screened: readonly ScreenedRoute[]): Shortlist["open"] {
  const waiting = new Map<string, ScreenedRoute[]>();
  for (const route of screened) {
    if (route.result !== "conditional") continue;
    for (const { constraint } of route.held) {
      const before = waiting.get(constraint);
      if (before === undefined) waiting.set(constraint, [route]);
      else before.push(route);
    }
  }
  return [...waiting]
    .map(([constraint, routes]) => {
      const providers = [...new Set(routes.map(({ route }) => route.provider.name))].sort();
      return { constraint, routes: routes.length, ask: askOf(constraint, providers) };
    })
    .sort((a, b) => b.routes - a.routes || compareText(a.constraint, b.constraint));
}

const namedAtMost = 3;

function askOf(constraint: string, providers: readonly string[]): string {
  const named = providers.slice(0, namedAtMost).join(", ");
  const rest = providers.length - namedAtMost;
  const who = rest > 0 ? `${named} and ${rest} more` : named;
  return constraint === "price"
    ? `ask ${who} what it costs, and write the answer into a facts file`
    : `ask ${who} whether "${constraint}" holds, and write the answer into a facts file`;
}
