import type { ModelDossier } from "../catalog/dossier.ts";
import { properties } from "../catalog/property.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import { onceFor } from "../once-for.ts";
import { formatTokens, formatUsd } from "../report/format.ts";
import type { Candidate } from "./candidate.ts";
import { comparedCapabilities } from "./capabilities.ts";
import { capabilityOf } from "./capability-of.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { namedRows } from "./pair-words.ts";
import { propertyText } from "./property-text.ts";
import { pairView, sourcesOfRows } from "./score-standing.ts";
import { cheapestFirst, factInUse, hasOpenWeights, isRetired, numberInUse } from "./standing.ts";
import { introductionOf } from "./summary.ts";
import { citedText, listed, lowerFirst, nameOf, type SourcedText } from "./wording.ts";

/** What each model is by itself, and the cases its facts speak for. */
export function portraitsOf(context: ComparisonContext): Comparison["portraits"] {
  const { candidates, book } = context;
  return candidates.map((candidate) => ({
    model: candidate.dossier.entry.id,
    is: portraitOf(candidate.dossier).map((each) => citedText(book, each)),
    useWhen: useWhen(candidate, context).map((each) => citedText(book, each)),
  }));
}

/** What a model is by itself. */
export const portraitOf = onceFor((dossier: ModelDossier): readonly SourcedText[] => [
  introductionOf(dossier),
  ...parametersText(dossier),
  ...reasoningText(dossier),
  ...statusText(dossier),
]);

function parametersText(dossier: ModelDossier): readonly SourcedText[] {
  const total = dossier.fact("model.params_total");
  const active = dossier.fact("model.params_active");
  const size = knownValue(total);
  if (size === undefined) return [];
  const used = knownValue(active);
  const how =
    used === undefined
      ? ""
      : used === size
        ? ", all of them used for every token"
        : `, of which ${propertyText("model.params_active", used)} are used for a token`;
  return [
    {
      text: `It has ${propertyText("model.params_total", size)} parameters${how}.`,
      sources: [...sourcesOf(total), ...sourcesOf(active)],
    },
  ];
}

function reasoningText(dossier: ModelDossier): readonly SourcedText[] {
  const fact = dossier.fact("cap.reasoning");
  const reasons = knownValue(fact);
  if (typeof reasons !== "boolean") return [];
  const text = reasons
    ? "It can reason in hidden tokens before it answers; they are billed as output."
    : "It answers without a hidden reasoning step.";
  return [{ text, sources: sourcesOf(fact) }];
}

function statusText({ lifecycle }: ModelDossier): readonly SourcedText[] {
  if (lifecycle.retiresOn === undefined && lifecycle.status !== "preview") return [];
  return [{ text: `Status: ${lifecycleText(lifecycle)}.`, sources: lifecycle.sources }];
}

type UseRule = (self: Candidate, context: ComparisonContext) => readonly SourcedText[];

const useRules: readonly UseRule[] = [
  whereCheapest,
  whereAhead,
  whereLongest,
  whereItAloneCan,
  whereOwnMachines,
];

function useWhen(self: Candidate, context: ComparisonContext): readonly SourcedText[] {
  if (isRetired(self)) {
    const { sources } = self.dossier.lifecycle;
    return [{ text: "Not for new work: it is retired.", sources }];
  }
  if (self.standing.kind === "no-route") {
    return [{ text: `Not yet: ${self.standing.because}.`, sources: [] }];
  }
  const cases = useRules.flatMap((rule) => rule(self, context));
  if (cases.length > 0) return cases;
  return [
    { text: "Its facts speak for no case in which the others are not as good.", sources: [] },
  ];
}

function whereCheapest(self: Candidate, { candidates }: ComparisonContext) {
  const priced = cheapestFirst(candidates);
  const [cheapest, next] = priced;
  if (cheapest?.candidate !== self || next === undefined) return [];
  if (cheapest.cost.highUsd >= next.cost.lowUsd) return [];
  return [
    {
      text: `When the bill decides: ${formatUsd(cheapest.cost.monthlyUsd)} a month at this traffic, the next ${formatUsd(next.cost.monthlyUsd)}.`,
      sources: [...cheapest.cost.sources, ...next.cost.sources],
    },
  ];
}

function whereAhead(self: Candidate, { candidates, rows }: ComparisonContext) {
  const leads = candidates
    .filter((other) => other !== self)
    .flatMap((other) => pairView(rows, self, other).ahead);
  if (leads.length === 0) return [];
  const once = leads.filter(
    ({ row }, index) => leads.findIndex((each) => each.row === row) === index,
  );
  return [
    {
      text: `When your work is like what ${namedRows(once)} ${once.length === 1 ? "tests" : "test"}: there it is ahead beyond noise.`,
      sources: sourcesOfRows(once),
    },
  ];
}

function whereLongest(self: Candidate, { candidates }: ComparisonContext) {
  const mine = numberInUse(self, "limit.context");
  if (mine === undefined) return [];
  let next = 0;
  for (const other of candidates) {
    if (other === self) continue;
    const theirs = numberInUse(other, "limit.context");
    if (theirs === undefined || theirs * 1.1 > mine) return [];
    next = Math.max(next, theirs);
  }
  return [
    {
      text: `When prompts are longer than ${formatTokens(next)} tokens: it reads up to ${formatTokens(mine)}.`,
      sources: sourcesOf(factInUse(self, "limit.context")),
    },
  ];
}

/** Only where every other one is said not to be able; unknown is no case. */
function whereItAloneCan(self: Candidate, { candidates }: ComparisonContext) {
  const alone = comparedCapabilities.filter(
    (property) =>
      capabilityOf(self, property).value === "yes" &&
      candidates.every((other) => other === self || capabilityOf(other, property).value === "no"),
  );
  if (alone.length === 0) return [];
  const labels = alone.map((property) => lowerFirst(properties[property].label));
  const others = candidates.filter((other) => other !== self).map(nameOf);
  return [
    {
      text: `When you need ${labels.join(" or ")}: ${listed(others)} ${others.length === 1 ? "does" : "do"} not have it.`,
      sources: alone.flatMap((property) =>
        candidates.flatMap((each) => capabilityOf(each, property).sources.slice(0, 1)),
      ),
    },
  ];
}

function whereOwnMachines(self: Candidate, { candidates }: ComparisonContext) {
  if (hasOpenWeights(self.dossier) !== true) return [];
  const closed = candidates.filter((other) => hasOpenWeights(other.dossier) === false);
  if (closed.length === 0) return [];
  return [
    {
      text: `When it must run on your own machines: its weights are open, those of ${listed(closed.map(nameOf))} are not.`,
      sources: [self, ...closed].flatMap(({ dossier }) =>
        sourcesOf(dossier.fact("model.openness")),
      ),
    },
  ];
}
