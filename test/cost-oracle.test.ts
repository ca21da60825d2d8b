import { calcPrice, type MatchLogic, type Provider, waitForUpdate } from "@pydantic/genai-prices";
import { expect, test } from "vitest";
import { requestCost } from "../src/core/cost/request-cost.ts";
import { scheduleFromClaims } from "../src/core/cost/schedule-from-claims.ts";
import { parseGenaiPrices } from "../src/sources/genai-prices.ts";

const day = "2026-11-20";
const usages = [
  { inputTokens: 40_000, outputTokens: 2_000, cachedInputTokens: 30_000 },
  { inputTokens: 272_001, outputTokens: 4_000, cachedInputTokens: 0 },
] as const;

test("genai-prices and we bill the same dollars on every route that it prices by the token", async () => {
  const providers = (await waitForUpdate()) ?? [];
  let compared = 0;
  for (const provider of providers) {
    for (const { id, ours, theirs } of billsAt(provider)) {
      compared += 1;
      expect(ours, id).toBeCloseTo(theirs, 10);
    }
  }
  expect(compared).toBeGreaterThan(2_000);
});

function billsAt(provider: Provider) {
  return provider.models.flatMap((model) => {
    const name = [model.id, ...textsOf(model.match)].find(
      (text) => calcPrice({ input_tokens: 1 }, text, { provider })?.model.id === model.id,
    );
    const { routes } = parseGenaiPrices([{ ...provider, models: [model] }], {
      version: "0.1.8",
      publishedOn: "2026-09-23",
      providerIdOf: (id) => id,
    });
    return routes.flatMap(({ id, claims }) => {
      const prices = claims.filter(({ property }) => property.startsWith("price."));
      const schedule = scheduleFromClaims(prices, day);
      return usages.flatMap((usage) => {
        const theirs = calcPrice(
          {
            input_tokens: usage.inputTokens,
            output_tokens: usage.outputTokens,
            cache_read_tokens: usage.cachedInputTokens,
          },
          name ?? "",
          { provider, timestamp: new Date(`${day}T12:00:00Z`) },
        )?.total_price;
        const cost = requestCost(schedule, usage, { utcTime: "1200" });
        return theirs === undefined || !cost.known ? [] : [{ id, ours: cost.usd, theirs }];
      });
    });
  });
}

function textsOf(match: MatchLogic): readonly string[] {
  return Object.values(match).flatMap((each: unknown) => {
    if (typeof each === "string") return [each];
    return Array.isArray(each) ? each.flatMap(textsOf) : [];
  });
}
