import { isSelectable } from "../compare/candidate.ts";
import { judgeRoute } from "../compare/screen.ts";
import {
  independentHostsOf,
  isRetired,
  liveProvidersOf,
  sellerSourcesOf,
} from "../compare/standing.ts";
import { counted, idOf, listed, nameOf } from "../compare/wording.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { formatNumber } from "../report/format.ts";
import type { FrictionRule, Move } from "./friction-rule.ts";

/** Who serves it, in which wire format, how much of it. */
export const accessRules: readonly FrictionRule[] = [
  noRoute,
  commonProvider,
  rateLimits,
  notIndependent,
];

function noRoute({ to }: Move) {
  if (to.standing.kind !== "no-route") return [];
  return [
    {
      code: "no-route",
      severity: "blocker",
      text: `${nameOf(to)} cannot be bought: ${to.standing.because}.`,
      remedy: `See what is known of its routes: steelyard routes --model ${idOf(to)}. A price of your own goes into a facts file.`,
      sources: [],
    },
  ] as const;
}

function commonProvider({ from, to, context }: Move) {
  const theirs = new Set(liveProvidersOf(to.dossier));
  const used = isRetired(from) ? allProvidersOf(from) : liveProvidersOf(from.dossier);
  const common = used.filter((name) => theirs.has(name));
  const sources = [...sellerSourcesOf(from.dossier), ...sellerSourcesOf(to.dossier)];
  if (common.length > 0) {
    const who = isRetired(from)
      ? `${counted(common.length, "provider")} that sold ${nameOf(from)} ${common.length === 1 ? "sells" : "sell"} ${nameOf(to)}`
      : `${counted(common.length, "provider")} ${common.length === 1 ? "sells" : "sell"} both`;
    return [
      {
        code: "common-route",
        severity: "gain",
        text: `${who}: ${listed(common)}. There only the model name changes.${fitText(to, common, context)}`,
        remedy: `Compare what they ask: steelyard routes --model ${idOf(to)}.`,
        sources,
      },
    ] as const;
  }
  if (theirs.size === 0 || used.length === 0) return [];
  return [
    {
      code: "no-common-provider",
      severity: "work",
      text: "No provider is known to sell both: an account, a key and an address change.",
      remedy: `Open an account at ${theirs.size === 1 ? listed([...theirs]) : `one of them: ${listed([...theirs])}`}.`,
      sources,
    },
  ] as const;
}

/** Which of the providers meet what was stated, on their best route to the model. */
function fitText(
  { dossier }: Move["to"],
  providers: readonly string[],
  { traffic, constraints = [] }: Move["context"],
): string {
  if (constraints.length === 0) return "";
  const judged = providers.map((name) => {
    const results = dossier.routes
      .filter(({ provider, lifecycle }) => provider.name === name && lifecycle.status !== "retired")
      .map((route) => judgeRoute(dossier, route, { traffic, constraints }))
      .map((all) => gravest(all.map(({ result }) => result)));
    return { name, fit: fits.find((fit) => results.includes(fit)) ?? "fails" };
  });
  const said = fits.flatMap((fit) => {
    const names = judged.filter((each) => each.fit === fit).map(({ name }) => name);
    return names.length === 0 ? [] : [`${fitWords[fit]} at ${listed(names)}`];
  });
  return ` What you must have is ${said.join(", ")}.`;
}

const fits = ["passes", "unknown", "fails"] as const;

const fitWords = {
  passes: "met",
  unknown: "not settled",
  fails: "not met",
} as const satisfies Record<(typeof fits)[number], string>;

function gravest(results: readonly (typeof fits)[number][]): (typeof fits)[number] {
  return [...fits].reverse().find((fit) => results.includes(fit)) ?? "passes";
}

/** Where somebody may still have an account: those who sold it, too. */
function allProvidersOf({ dossier }: Move["from"]): readonly string[] {
  const sellers = dossier.routes.filter(({ provider }) => provider.kind !== "plan");
  return [...new Set(sellers.map(({ provider }) => provider.name))].sort();
}

function rateLimits({ from, to, context }: Move) {
  const after = to.route?.fact("limit.requests_per_minute");
  const limit = after === undefined ? undefined : knownValue(after);
  if (after === undefined || typeof limit !== "number") return [];
  const before = from.route?.fact("limit.requests_per_minute");
  const old = before === undefined ? undefined : knownValue(before);
  const { requests } = context.traffic;
  const mean = requests === undefined ? undefined : requests / minutesPerMonth;
  const isTooLow = mean !== undefined && mean > limit;
  if (!isTooLow && !(typeof old === "number" && limit < old)) return [];
  const traffic =
    mean === undefined ? "" : `; this traffic is ${formatNumber(mean, 1)} a minute on average`;
  return [
    {
      code: "rate-limits",
      severity: isTooLow ? "work" : "check",
      text: `${nameOf(to)} takes ${limit} requests a minute${typeof old === "number" ? `, ${nameOf(from)} ${old}` : ""}${traffic}.`,
      remedy: "Hold your peak against it and ask the provider for a higher limit.",
      sources: sourcesOf(after),
    },
  ] as const;
}

const minutesPerMonth = 30 * 24 * 60;

/** Matters to whoever keeps the old model as a fallback. */
function notIndependent({ from, to }: Move) {
  if (!isSelectable(from) || from.route === undefined || to.route === undefined) return [];
  const [a, b] = [from.route.provider, to.route.provider];
  const [hostA, hostB] = [a.runsOn ?? a.id, b.runsOn ?? b.id];
  const allA = independentHostsOf(from.dossier);
  const allB = independentHostsOf(to.dossier);
  const isShared =
    hostA === hostB || (allA.length === 1 && allB.length === 1 && allA[0] === allB[0]);
  if (!isShared) return [];
  const where = a.id === b.id ? a.name : `${a.name} and ${b.name}, which share ${hostA}`;
  return [
    {
      code: "not-independent",
      severity: "check",
      text: `Both would be called at ${where}: when that fails, neither answers.`,
      remedy: `For a fallback take another host: steelyard routes --model ${idOf(to)}.`,
      sources: [],
    },
  ] as const;
}
