import type { Conditions } from "../../core/catalog/conditions.ts";
import type { Term } from "../../core/catalog/entries.ts";
import type { PriceProperty } from "../../core/catalog/property.ts";
import type { Claim } from "../../core/evidence/claim.ts";
import type { Source } from "../../core/evidence/source.ts";
import { readPropertyValue } from "../property-value.ts";
import type { EndLine, FactLine, PriceLine, SourceLine, TermLine } from "./schemas.ts";

export function sourceOf(
  line: SourceLine,
  {
    route = "",
    confidence = line.confidence,
  }: { route?: string; confidence?: Source["confidence"] },
): Source {
  return {
    name: line.by,
    ref: line.url.replaceAll("{route}", route),
    kind: line.kind,
    observedOn: line.day,
    confidence,
    lineage: line.lineage ?? line.by,
  };
}

/** What a fact line of a model file says; undefined when its value does not fit its property. */
export function factClaim(model: string, fact: FactLine, source: Source): Claim | undefined {
  const read = readPropertyValue(fact.is, { value: fact.value });
  if (!read.ok) return undefined;
  return {
    subject: `model:${model}`,
    property: fact.is,
    value: read.value,
    source,
    ...(fact.note === undefined ? {} : { note: fact.note }),
  };
}

/** What a line says of every route of its provider; undefined when its value does not fit. */
export function termOf(line: TermLine, source: Source): Term | undefined {
  const read = readPropertyValue(line.is, { value: line.value });
  if (!read.ok) return undefined;
  const { note, except } = line;
  return {
    property: line.is,
    value: read.value,
    source,
    ...(note === undefined ? {} : { note }),
    ...(except === undefined ? {} : { except }),
  };
}

const meters = [
  ["input", "price.input", {}],
  ["output", "price.output", {}],
  ["cacheRead", "price.cache_read", {}],
  ["cacheWrite", "price.cache_write", {}],
  ["cacheWrite1h", "price.cache_write", { cacheTtl: "1h" }],
  ["audioInput", "price.audio_input", {}],
  ["audioOutput", "price.audio_output", {}],
  ["imageInput", "price.image_input", {}],
  ["training", "price.training", {}],
  ["webSearch", "price.web_search", {}],
  ["fileSearch", "price.file_search", {}],
  ["codeExecution", "price.code_execution", {}],
  ["cacheStorage", "price.cache_storage", {}],
  ["freeWebSearches", "price.free_web_searches", {}],
  ["regionalUplift", "price.regional_uplift", {}],
] as const satisfies readonly (readonly [keyof PriceLine, PriceProperty, Conditions])[];

/** One claim for each price a line holds. */
export function priceClaims(provider: string, line: PriceLine, source: Source): readonly Claim[] {
  return meters.flatMap(([meter, property, own]) => {
    const amount = line[meter];
    if (amount === undefined) return [];
    const read = readPropertyValue(property, { value: amount });
    if (!read.ok) return [];
    const conditions = { ...conditionsOf(line), ...own };
    const claim: Claim = {
      subject: `route:${provider}/${line.route}`,
      property,
      value: read.value,
      source,
      ...(Object.keys(conditions).length === 0 ? {} : { conditions }),
      ...(line.from === undefined ? {} : { effectiveFrom: line.from }),
      ...(line.until === undefined ? {} : { effectiveTo: line.until }),
      ...(line.note === undefined ? {} : { note: line.note }),
    };
    return [claim];
  });
}

export function endClaim(provider: string, end: EndLine, source: Source): Claim {
  const { route, retires, note } = end;
  const subject = `route:${provider}/${route}` as const;
  const claim = { subject, property: "route.retires_on", value: retires, source } as const;
  return note === undefined ? claim : { ...claim, note };
}

function conditionsOf(line: PriceLine): Conditions {
  const { tier, upTo, above, hours, days, region, fineTuned } = line;
  return {
    ...(tier === undefined || tier === "standard" ? {} : { serviceTier: tier }),
    ...(upTo === undefined ? {} : { maxPromptTokensInclusive: upTo }),
    ...(above === undefined ? {} : { minPromptTokensExclusive: above }),
    ...(hours === undefined ? {} : { utcWindow: hours }),
    ...(days === undefined ? {} : { utcDays: days }),
    ...(region === undefined ? {} : { region }),
    ...(fineTuned === undefined ? {} : { fineTuned }),
  };
}
