import type { Property, PropertyValue } from "../catalog/property.ts";
import { type Fact, sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { formatNumber, formatTokens } from "../report/format.ts";
import { imageTokens } from "./image-tokens.ts";
import { factorBetween, factorSource, isTextClass, textClasses } from "./tokenizer-factors.ts";
import { measuredTokenizer } from "./tokenizer-names.ts";
import type { TrafficProfile, TrafficTier } from "./traffic.ts";

/** What a model says of itself, by which use is counted. */
export interface Counting {
  readonly model: string | null;
  readonly fact: (property: Property) => Fact<PropertyValue>;
}

/** A month of use as one model counts it. */
export interface OwnTraffic {
  readonly traffic: TrafficProfile;
  readonly notes: readonly string[];
  readonly sources: readonly Source[];
  /** True where the tokens were counted by another tokenizer and no ratio is known. */
  readonly isTokenizerOpen: boolean;
}

/**
 * Turns use that was counted otherwise into a model's own tokens: text by the measured ratio of two
 * tokenizers, hours of sound and pictures by the rule of the model. What no rule covers stays.
 */
export function ownTraffic(traffic: TrafficProfile, counting: Counting): OwnTraffic {
  const { tokenizer, audioInputHours, images } = traffic;
  const isOwn = tokenizer === undefined && audioInputHours === undefined && images === undefined;
  if (isOwn) return { traffic, ...untouched };
  const text = ownText(traffic, counting);
  const sound = ownSound(text.traffic, counting);
  const pictures = ownPictures(sound.traffic, counting);
  return {
    traffic: pictures.traffic,
    notes: [...text.notes, ...sound.notes, ...pictures.notes],
    sources: [...text.sources, ...sound.sources, ...pictures.sources],
    isTokenizerOpen: text.isTokenizerOpen,
  };
}

const untouched = { notes: [], sources: [], isTokenizerOpen: false } as const;

function ownText(traffic: TrafficProfile, { model, fact }: Counting): OwnTraffic {
  const { tokenizer, textClass } = traffic;
  if (tokenizer === undefined) return { traffic, ...untouched };
  const own = fact("model.tokenizer");
  const names = valuesOf(own);
  if (names.includes(tokenizer)) return { traffic, ...untouched };
  const from = measuredTokenizer([tokenizer], null);
  const to = measuredTokenizer(names, model);
  if (from !== undefined && from === to) return { traffic, ...untouched };
  const factor =
    from !== undefined && to !== undefined && textClass !== undefined && isTextClass(textClass)
      ? factorBetween(from, to, textClass)
      : undefined;
  if (factor === undefined) {
    const isStrange = textClass !== undefined && !isTextClass(textClass);
    const notes = isStrange ? [strangeClass(textClass)] : [];
    return { traffic, ...untouched, notes, isTokenizerOpen: true };
  }
  const note = `The tokens were counted by ${from}; ${to} makes ${formatNumber(factor, 2)} times as many of ${textClass}.`;
  return {
    traffic: scaled(traffic, factor),
    notes: [note],
    sources: [factorSource],
    isTokenizerOpen: false,
  };
}

function strangeClass(textClass: string): string {
  return `Tokenizers were not compared on ${textClass}; they were on ${textClasses.join(", ")}.`;
}

/** Every count of text times the factor; what is part of another count stays within it. */
function scaled(traffic: TrafficProfile, factor: number): TrafficProfile {
  const times = (tokens: number) => Math.round(tokens * factor);
  const { tiers } = traffic;
  const cut = tiers?.map((tier): TrafficTier => ({ ...tier, ...scaledParts(tier, times) }));
  const sum = (field: "inputTokens" | "outputTokens") =>
    cut === undefined ? times(traffic[field]) : cut.reduce((total, tier) => total + tier[field], 0);
  const inputTokens = sum("inputTokens");
  const outputTokens = sum("outputTokens");
  const { reasoningTokens } = traffic;
  return {
    ...traffic,
    ...scaledParts(traffic, times),
    inputTokens,
    outputTokens,
    ...(reasoningTokens === undefined
      ? {}
      : { reasoningTokens: Math.min(outputTokens, times(reasoningTokens)) }),
    ...(cut === undefined ? {} : { tiers: cut }),
  };
}

function scaledParts(of: TrafficProfile | TrafficTier, times: (tokens: number) => number) {
  const inputTokens = times(of.inputTokens);
  const { cachedInputTokens, cacheWriteTokens } = of;
  const cached =
    cachedInputTokens === undefined ? 0 : Math.min(inputTokens, times(cachedInputTokens));
  return {
    inputTokens,
    outputTokens: times(of.outputTokens),
    ...("promptTokensUpTo" in of && of.promptTokensUpTo !== undefined
      ? { promptTokensUpTo: times(of.promptTokensUpTo) }
      : {}),
    ...(cachedInputTokens === undefined ? {} : { cachedInputTokens: cached }),
    ...(cacheWriteTokens === undefined
      ? {}
      : { cacheWriteTokens: Math.min(inputTokens - cached, times(cacheWriteTokens)) }),
  };
}

function ownSound(traffic: TrafficProfile, { fact }: Counting): OwnTraffic {
  const { audioInputHours, ...rest } = traffic;
  if (audioInputHours === undefined) return { traffic, ...untouched };
  const rule = fact("model.audio_tokens_per_second");
  const [perSecond] = valuesOf(rule);
  if (perSecond === undefined) return { traffic, ...untouched };
  const tokens = Math.round(audioInputHours * 3600 * Number(perSecond));
  const audioInputTokens = (traffic.audioInputTokens ?? 0) + tokens;
  const note = `${formatNumber(audioInputHours, 2)} hours of sound are ${formatTokens(tokens)} tokens, ${perSecond} a second.`;
  return {
    traffic: { ...rest, audioInputTokens },
    ...untouched,
    notes: [note],
    sources: sourcesOf(rule),
  };
}

function ownPictures(traffic: TrafficProfile, { fact }: Counting): OwnTraffic {
  const { images, imageSize, ...rest } = traffic;
  if (images === undefined) return { traffic, ...untouched };
  const rule = fact("model.image_tokens");
  const [text] = valuesOf(rule);
  const each = text === undefined ? undefined : imageTokens(text, imageSize);
  if (each === undefined) return { traffic, ...untouched };
  const tokens = (traffic.imageTokens ?? 0) + Math.round(images * each);
  const size = imageSize === undefined ? "" : ` of ${imageSize} pixels`;
  const note = `A picture${size} is ${formatTokens(each)} tokens.`;
  return {
    traffic: { ...rest, imageTokens: tokens },
    ...untouched,
    notes: [note],
    sources: sourcesOf(rule),
  };
}

/** Every value held, also of a dispute. */
function valuesOf(fact: Fact<PropertyValue>): readonly string[] {
  switch (fact.state) {
    case "known":
      return [String(fact.value)];
    case "disputed":
      return fact.values.map(({ value }) => String(value));
    case "unknown":
      return [];
  }
}
