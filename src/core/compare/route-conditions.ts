import type { Conditions } from "../catalog/conditions.ts";
import type { Lifecycle, RouteDossier } from "../catalog/dossier.ts";
import type { ProviderKind } from "../catalog/entries.ts";
import { type PriceProperty, type Property, properties } from "../catalog/property.ts";
import type { PriceRow } from "../cost/price-row.ts";
import { knownValue } from "../evidence/fact.ts";
import { describeConditions } from "../report/describe-conditions.ts";
import { formatPriceUsdPerMtok } from "../report/format.ts";
import { basePriceRow } from "./base-price.ts";
import { lifecycleText } from "./lifecycle-text.ts";
import { propertyText } from "./property-text.ts";

/** What a buyer must know beside base prices; the end of the model itself is said of the model. */
export function routeConditions(route: RouteDossier, model: Lifecycle): readonly string[] {
  const { provider, lifecycle } = route;
  const texts: string[] = [];
  if (lifecycle.retiresOn !== undefined && lifecycle.retiresOn !== model.retiresOn) {
    texts.push(lifecycleText(lifecycle));
  }
  const kindText = kindTexts[provider.kind];
  if (kindText !== undefined) texts.push(kindText);
  if (provider.runsOn !== undefined) texts.push(`answered by ${provider.runsOn}`);
  if (route.isOwn) texts.push("priced by your facts file");
  texts.push(...priceConditions(route), ...disputes(route));
  for (const property of ["route.service", "route.region", "route.quantisation"] as const) {
    const value = knownValue(route.fact(property));
    if (value === undefined) continue;
    texts.push(`${properties[property].label.toLowerCase()}: ${propertyText(property, value)}`);
  }
  return texts;
}

/** Labels of what nobody states about the route and a buyer may have to know. */
export function routeUnknowns(route: RouteDossier): readonly string[] {
  const texts: string[] = [];
  const isOpen = knownValue(route.fact("model.openness")) !== "proprietary";
  for (const [property, label] of askedOfRoutes) {
    if (property === "route.data_retention" && knownDays(route)) continue;
    if (property === "route.quantisation" && !(isOpen && servesWeights.has(route.provider.kind))) {
      continue;
    }
    const { state } = route.fact(property);
    if (state === "known") continue;
    texts.push(state === "disputed" ? `${label} (disputed)` : label);
  }
  if (basePriceRow(route, "price.input") === undefined) texts.unshift("input price");
  if (basePriceRow(route, "price.output") === undefined) texts.unshift("output price");
  return texts;
}

const knownDays = (route: RouteDossier): boolean =>
  route.fact("route.retention_days").state === "known";

const servesWeights = new Set<ProviderKind>(["host", "router", "cloud"]);

const askedOfRoutes: readonly (readonly [Property, string])[] = [
  ["limit.context", "context window"],
  ["limit.output", "output limit"],
  ["cap.tools", "tool calls"],
  ["cap.structured_output", "structured output"],
  ["route.quantisation", "quantisation"],
  ["route.region", "region"],
  ["route.data_retention", "data retention"],
  ["route.trains_on_data", "training on your data"],
  ["limit.requests_per_minute", "rate limit"],
];

const kindTexts: Partial<Record<ProviderKind, string>> = {
  router: "a router: the host behind it may change from request to request",
  plan: "a plan: its price is not for ordinary traffic",
};

const meterWords: Partial<Record<PriceProperty, string>> = {
  "price.input": "in",
  "price.output": "out",
  "price.cache_read": "cached in",
  "price.cache_write": "cache write",
  "price.reasoning": "reasoning",
  "price.audio_input": "audio in",
  "price.audio_output": "audio out",
  "price.request": "a request",
  "price.web_search": "a web search",
  "price.image_input": "images in",
  "price.training": "training",
};

/** Prices that hold only under a condition: `prompts above 200,000 tokens: $4.00 in, $18.00 out`. */
function priceConditions(route: RouteDossier): readonly string[] {
  const amounts = new Map<string, string[]>();
  for (const row of route.prices) {
    if (row === basePriceRow(route, row.meter)) continue;
    const when = conditionText(row.conditions);
    const texts = amounts.get(when) ?? [];
    texts.push(`${formatPriceUsdPerMtok(row.amount)} ${meterWords[row.meter] ?? row.meter}`);
    amounts.set(when, texts);
  }
  return [...amounts].map(([when, texts]) => `${when}: ${texts.join(", ")}`);
}

function conditionText(conditions: Conditions | undefined): string {
  const phrases = describeConditions(conditions).filter((each) => each !== "service tier standard");
  return phrases.length === 0 ? "also" : phrases.join(", ");
}

function disputes(route: RouteDossier): readonly string[] {
  return route.prices.flatMap((row: PriceRow) => {
    if (row.disputedWith === undefined || row.disputedWith.length === 0) return [];
    const others = row.disputedWith.map(formatPriceUsdPerMtok).join(" or ");
    const label = properties[row.meter].label.toLowerCase();
    return [`${label} disputed: ${formatPriceUsdPerMtok(row.amount)} or ${others}`];
  });
}
