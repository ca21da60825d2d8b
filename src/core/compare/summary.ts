import type { ModelDossier } from "../catalog/dossier.ts";
import { type Fact, knownValue, sourcesOf } from "../evidence/fact.ts";
import { onceFor } from "../once-for.ts";
import { formatPercent, formatTokens, formatUsd } from "../report/format.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { Candidate } from "./candidate.ts";
import type { ComparisonContext } from "./context.ts";
import { pairsOf, qualityText } from "./pair-words.ts";
import { cheapestFirst, hasOpenWeights } from "./standing.ts";
import { citedText, listed, nameOf, type SourcedText } from "./wording.ts";

/** What the models are, what they cost here and what is known of their quality. */
export function summaryOf(context: ComparisonContext): readonly CitedText[] {
  const { candidates, book } = context;
  return [
    ...candidates.map(({ dossier }) => introductionOf(dossier)),
    ...costTexts(candidates),
    ...pairsOf(candidates).map(([a, b]) => qualityText(a, b, context)),
  ].map((each) => citedText(book, each));
}

/** `GPT-4.1 is a proprietary model of OpenAI, released 2025-04-14; it reads up to … tokens.` */
export const introductionOf = onceFor((dossier: ModelDossier): SourcedText => {
  const release = dossier.fact("model.release_date");
  const openness = dossier.fact("model.openness");
  const window = dossier.fact("limit.context");
  const text = `${dossier.entry.name} is ${kindText(dossier)} of ${dossier.entry.makerName}, ${releaseText(release)}; ${windowText(window)}${openText(dossier)}.`;
  const sources = [release, openness, window, dossier.fact("model.license")].flatMap(sourcesOf);
  return { text, sources };
});

function kindText(dossier: ModelDossier): string {
  const isOpen = hasOpenWeights(dossier);
  if (isOpen === undefined) return "a model";
  if (!isOpen) return "a proprietary model";
  const licence = knownValue(dossier.fact("model.license"));
  return licence === undefined ? "an open-weight model" : `an open-weight model (${licence})`;
}

function openText(dossier: ModelDossier): string {
  return hasOpenWeights(dossier) === undefined ? "; whether its weights are open is unknown" : "";
}

function releaseText(release: Fact<unknown>): string {
  const day = knownValue(release);
  if (day !== undefined) return `released ${day}`;
  return release.state === "disputed" ? "its release day disputed" : "its release day unknown";
}

function windowText(window: Fact<unknown>): string {
  switch (window.state) {
    case "known":
      return `it reads up to ${formatTokens(Number(window.value))} tokens`;
    case "disputed":
      return `its context window is disputed: ${window.values.map((each) => formatTokens(Number(each.value))).join(" or ")} tokens`;
    case "unknown":
      return "its context window is unknown";
  }
}

function costTexts(candidates: readonly Candidate[]): readonly SourcedText[] {
  const priced = cheapestFirst(candidates);
  const [cheapest] = priced;
  const dearest = priced.at(-1);
  const unpriced = candidates.filter((candidate) => !candidate.cost.known);
  const missing =
    unpriced.length === 0
      ? ""
      : ` No cost is known for ${listed(unpriced.map(nameOf))}: ${listed([...new Set(unpriced.map(reasonOf))])}.`;
  if (cheapest === undefined || dearest === undefined) {
    return [{ text: missing.trim(), sources: [] }];
  }
  const bills = priced.map(
    ({ candidate, cost }) =>
      `${nameOf(candidate)} ${formatUsd(cost.monthlyUsd)} through ${candidate.route?.provider.name ?? "no provider"}`,
  );
  const saving =
    priced.length > 1 && dearest.cost.monthlyUsd > cheapest.cost.monthlyUsd
      ? `, ${formatPercent(1 - cheapest.cost.monthlyUsd / dearest.cost.monthlyUsd)} less for ${nameOf(cheapest.candidate)}${overlapText(cheapest.cost.highUsd, dearest.cost.lowUsd)}`
      : "";
  return [
    {
      text: `A month of this traffic costs with ${listed(bills)}${saving}.${missing}`,
      sources: priced.flatMap(({ cost }) => cost.sources),
    },
  ];
}

function overlapText(highUsd: number, lowUsd: number): string {
  return highUsd < lowUsd ? "" : ", though their ranges overlap";
}

function reasonOf({ cost }: Candidate): string {
  return cost.known ? "" : cost.because;
}
