import { dayAfter } from "../calendar.ts";
import type { ProviderKind } from "../catalog/entries.ts";
import { type CapabilityProperty, type Property, properties } from "../catalog/property.ts";
import { capabilityOf } from "../compare/capability-of.ts";
import { knownValue } from "../evidence/fact.ts";
import { formatUsd } from "../report/format.ts";
import { type ConstraintRule, demand, oneOf } from "./constraint-rule.ts";
import { type Bidder, bindingFact, type Judgement, judgeFact } from "./judgement.ts";
import { termsConstraints } from "./terms-constraints.ts";

/** Words for capabilities, as people write them. */
const capabilityWords = {
  tools: "cap.tools",
  "tool-calls": "cap.tools",
  "function-calling": "cap.tools",
  "parallel-tools": "cap.parallel_tools",
  "structured-output": "cap.structured_output",
  "json-mode": "cap.json_mode",
  reasoning: "cap.reasoning",
  vision: "cap.vision",
  "image-input": "cap.vision",
  audio: "cap.audio_in",
  video: "cap.video",
  pdf: "cap.pdf",
  "prompt-caching": "cap.prompt_caching",
  "web-search": "cap.web_search",
  "code-execution": "cap.code_execution",
  "computer-use": "cap.computer_use",
  "fine-tuning": "cap.fine_tuning",
} as const satisfies Record<string, CapabilityProperty>;

const isCapabilityWord = (word: string): word is keyof typeof capabilityWords =>
  Object.hasOwn(capabilityWords, word);

const capability: ConstraintRule = {
  pattern: new RegExp(`^(${Object.keys(capabilityWords).join("|")})$`),
  example: "tools",
  read: (word) => {
    const normal = word.replaceAll("_", "-");
    if (!isCapabilityWord(normal)) return undefined;
    const property = capabilityWords[normal];
    return ({ model, route }) => {
      const { value, because, sources } = capabilityOf({ dossier: model, route }, property);
      return {
        result: capabilityResults[value],
        because: `${properties[property].label}: ${because}`,
        sources,
      };
    };
  },
};

const capabilityResults = { yes: "passes", no: "fails", unknown: "unknown" } as const;

function atLeastTokens(
  word: string,
  property: "limit.context" | "limit.output",
  example: string,
): ConstraintRule {
  return {
    pattern: new RegExp(`^${word}\\s*>=\\s*(.+)$`),
    example: `${word}>=${example}`,
    read: (operand) => {
      const needed = tokensOf(operand);
      if (needed === undefined) return undefined;
      return (bidder) => {
        const fact = bindingFact(bidder, property);
        const { label } = properties[property];
        const judged = judgeFact(fact, label, (value) => Number(value) >= needed);
        const has = Number(knownValue(fact));
        return judged.result === "fails" && has > 0
          ? {
              ...judged,
              shortfall: { demand: `${word} asked for`, unit: "tokens", asked: needed, has },
            }
          : judged;
      };
    },
  };
}

const isIn = (
  listed: ReadonlySet<string>,
  isWanted: boolean,
  label: string,
  value: string,
): Judgement => ({
  result: listed.has(value.toLowerCase()) === isWanted ? "passes" : "fails",
  because: `${label}: ${value}`,
  sources: [],
});

const noRoute = (label: string): Judgement => ({
  result: "unknown",
  because: `${label}: unknown, no route`,
  sources: [],
});

const onProvider = (bidder: Bidder, listed: ReadonlySet<string>, isWanted: boolean): Judgement =>
  bidder.route === undefined
    ? noRoute("Provider")
    : isIn(listed, isWanted, "Provider", bidder.route.provider.id);

const onKind = (bidder: Bidder, listed: ReadonlySet<string>, isWanted: boolean): Judgement =>
  bidder.route === undefined
    ? noRoute("Kind of route")
    : isIn(listed, isWanted, "Kind of route", bidder.route.provider.kind);

const kinds = ["first-party", "cloud", "host", "router", "plan"] as const satisfies ProviderKind[];

const onMaker = (bidder: Bidder, listed: ReadonlySet<string>, isWanted: boolean): Judgement =>
  isIn(listed, isWanted, "Maker", bidder.model.entry.maker);

const onFact =
  (property: Property) =>
  (bidder: Bidder, listed: ReadonlySet<string>, isWanted: boolean): Judgement =>
    judgeFact(
      bindingFact(bidder, property),
      properties[property].label,
      (value) => listed.has(String(value).toLowerCase()) === isWanted,
    );

const maxMonthly: ConstraintRule = {
  pattern: /^max-monthly\s*(?:<=|=)\s*\$?(.+)$/,
  example: "max-monthly=500",
  needsBill: true,
  read: (operand) => {
    const limit = Number(operand);
    if (!Number.isFinite(limit) || limit < 0) return undefined;
    return ({ monthlyUsd, billSources: sources = [] }) => {
      if (monthlyUsd === undefined) {
        return { result: "unknown", because: "Cost a month: unknown", sources: [] };
      }
      const because = `Cost a month: ${formatUsd(monthlyUsd)}`;
      if (monthlyUsd <= limit) return { result: "passes", because, sources };
      const shortfall = { demand: "budget", unit: "USD/month", asked: limit, has: monthlyUsd };
      return { result: "fails", because, sources, shortfall };
    };
  },
};

const notRetiringBefore: ConstraintRule = {
  pattern: /^not-retiring-before\s*=\s*(\d{4}-\d{2}-\d{2})$/,
  example: "not-retiring-before=2027-06-30",
  read: (day) => (dayAfter(day, 0) === day ? retiringNoEarlier(day) : undefined),
};

function retiringNoEarlier(day: string): (bidder: Bidder) => Judgement {
  return (bidder) => {
    const { retiresOn, status, sources } = bidder.route?.lifecycle ?? bidder.model.lifecycle;
    if (retiresOn === undefined) {
      return status === "retired"
        ? { result: "fails", because: "Retired", sources }
        : { result: "unknown", because: "Retirement: unknown, no day announced", sources };
    }
    return {
      result: retiresOn >= day ? "passes" : "fails",
      because: `Retires ${retiresOn}`,
      sources,
    };
  };
}

/** Everything that can be demanded of a model or route, most used first. */
export const constraintRules: readonly ConstraintRule[] = [
  capability,
  atLeastTokens("context", "limit.context", "200k"),
  atLeastTokens("output", "limit.output", "32k"),
  maxMonthly,
  oneOf("provider", "=", "openai,azure", onProvider),
  oneOf("provider", "!=", "openrouter", onProvider),
  oneOf("kind", "=", "first-party,cloud", onKind, kinds),
  oneOf("maker", "=", "openai,mistral", onMaker),
  oneOf("maker", "!=", "deepseek", onMaker),
  oneOf("license", "=", "apache-2.0,mit", onFact("model.license")),
  demand("open-weights", "model.openness", (value) => value === "open-weights"),
  demand("commercial-use", "model.commercial_use", (value) => value !== "non-commercial"),
  oneOf("quantisation", "!=", "fp4,int4", onFact("route.quantisation")),
  ...termsConstraints,
  notRetiringBefore,
];

const multipliers: Readonly<Record<string, number>> = { "": 1, k: 1_000, m: 1_000_000 };

function tokensOf(operand: string): number | undefined {
  const match = /^(\d+(?:\.\d+)?)\s*([km]?)$/.exec(operand.trim());
  if (match === null) return undefined;
  const tokens = Number(match[1]) * (multipliers[match[2] ?? ""] ?? Number.NaN);
  return Number.isSafeInteger(tokens) ? tokens : undefined;
}
