import { type MeterRate, noted, rateOf } from "./meter-rate.ts";
import type { PriceSchedule } from "./price-row.ts";
import { type RateConditions, type Tariff, tariffOf } from "./tariff.ts";

export type Meter =
  | "input"
  | "cacheRead"
  | "cacheWrite"
  | "audioInput"
  | "imageInput"
  | "output"
  | "reasoning"
  | "audioOutput";

/** What each kind of token costs under the same conditions; absent: unknown, which is never zero. */
export type Rates = Readonly<Record<Meter, MeterRate | undefined>>;

/**
 * What each kind of token of one request costs. The whole request moves to the context tier that its
 * prompt reaches. A price that is unknown is replaced by one that is not lower, and a note says so:
 * cached tokens by the input price, a batch price by the standard one. Sound has no stand-in.
 */
export function ratesFor(schedule: PriceSchedule, at: RateConditions): Rates {
  const tariff = tariffOf(schedule);
  const tier = tariff.cliffs.filter((cliff) => cliff < at.promptTokens).length;
  const { serviceTier, utcTime = "", utcDay = "", cacheTtl = "", region = "" } = at;
  const own = at.fineTuned === true ? "own" : "";
  const hours = at.hours === undefined ? "" : JSON.stringify(at.hours);
  const key = `${tier} ${serviceTier} ${utcTime} ${utcDay} ${cacheTtl} ${region} ${own} ${hours}`;
  const known = tariff.ratesAt.get(key);
  if (known !== undefined) return known;
  const rates = lookUp(tariff, at);
  tariff.ratesAt.set(key, rates);
  return rates;
}

function lookUp(tariff: Tariff, at: RateConditions): Rates {
  const input = rateOf(tariff, "price.input", "input", at);
  const output = rateOf(tariff, "price.output", "output", at);
  return {
    input,
    output,
    cacheRead:
      rateOf(tariff, "price.cache_read", "cached input", at) ??
      noted(input, "No price for cached input is known: it is billed at the input price."),
    cacheWrite: cacheWriteRate(tariff, at, input),
    reasoning: rateOf(tariff, "price.reasoning", "reasoning", at) ?? output,
    audioInput: rateOf(tariff, "price.audio_input", "audio input", at),
    audioOutput: rateOf(tariff, "price.audio_output", "audio output", at),
    imageInput:
      rateOf(tariff, "price.image_input", "images", at) ??
      noted(input, "No price for image tokens is known: they are billed at the input price."),
  };
}

function cacheWriteRate(
  tariff: Tariff,
  at: RateConditions,
  input: MeterRate | undefined,
): MeterRate | undefined {
  const find = (cacheTtl: RateConditions["cacheTtl"]) =>
    rateOf(tariff, "price.cache_write", "cache writes", { ...at, cacheTtl });
  const exact = find(at.cacheTtl);
  if (exact !== undefined) return exact;
  const shorter = at.cacheTtl === "1h" ? find("5m") : undefined;
  return (
    noted(
      shorter,
      "No price for writing a cache that lives an hour is known: the five-minute price stands in.",
    ) ?? noted(input, "No price for cache writes is known: they are billed at the input price.")
  );
}
