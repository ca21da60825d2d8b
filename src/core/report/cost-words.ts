import type { TrafficProfile } from "../cost/traffic.ts";
import type { Usd } from "../units.ts";
import type { CountedText, OtherCurrency } from "./cost-document.ts";
import { formatNumber, formatPercent, formatTokens, formatTokensShort } from "./format.ts";

/** `At 800M tokens in, 250M out a month.` */
export function trafficText(traffic: TrafficProfile): string {
  const { inputTokens, outputTokens, cachedInputTokens, requests, serviceTier } = traffic;
  const { audioInputHours, images, region, failureShare, maxRetries = 0 } = traffic;
  const shared = (share: number | undefined, as: string) =>
    share ? `${formatPercent(share)} ${as}` : undefined;
  const parts = [
    `${formatTokensShort(inputTokens)} tokens in`,
    cachedInputTokens && `${formatTokensShort(cachedInputTokens)} of them cached`,
    `${formatTokensShort(outputTokens)} out`,
    audioInputHours && `${formatNumber(audioInputHours, 2)} hours of sound`,
    images && `${formatTokensShort(images)} pictures`,
    requests && `${formatTokensShort(requests)} requests`,
  ].filter((part) => typeof part === "string");
  const ways = [
    shared(traffic.batchShare, "in batches"),
    shared(traffic.flexShare, "as flex"),
    shared(traffic.priorityShare, "as priority"),
    serviceTier && serviceTier !== "standard" && `service tier ${serviceTier}`,
    region && `answered in ${region}`,
    traffic.fineTuned === true && "on weights of your own",
    failureShare && maxRetries > 0 && `${formatPercent(failureShare)} tried again`,
  ].filter((part) => typeof part === "string");
  const assumed = traffic.isAssumed ? " This is assumed: nobody stated the traffic." : "";
  return `At ${[`${parts.join(", ")} a month`, ...ways].join(", ")}.${assumed}`;
}

export function countedText(counted: CountedText): string {
  const { file, prompts, promptsWithOtherParts, tokenizer, ...lengths } = counted;
  const { meanTokens, medianTokens, p90Tokens, longestTokens } = lengths;
  const figures = [
    `mean ${formatTokens(meanTokens)}`,
    `median ${formatTokens(medianTokens)}`,
    `nine in ten up to ${formatTokens(p90Tokens)}`,
    `longest ${formatTokens(longestTokens)}`,
  ];
  const hold =
    promptsWithOtherParts === 1
      ? "1 prompt holds"
      : `${formatTokens(promptsWithOtherParts)} prompts hold`;
  const others =
    promptsWithOtherParts === 0
      ? ""
      : ` ${hold} pictures or other parts that are not counted: state them with images=….`;
  return `${file}: ${formatTokens(prompts)} prompts in tokens of ${tokenizer}, ${figures.join(", ")}.${others}`;
}

/** `€` would need a table; the code says which. */
export function currencyText(usd: Usd, { code, perUsd, day, source }: OtherCurrency): string {
  const amount = usd * perUsd;
  const from = source === null ? "" : `, ${source}`;
  return `That is ${formatNumber(amount, amount < 100 ? 2 : 0)} ${code}, at ${perUsd} ${code} a dollar of ${day}${from}.`;
}
