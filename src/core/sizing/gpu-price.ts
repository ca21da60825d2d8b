import type { Gpu, GpuPrice } from "./gpu.ts";

/**
 * The price an hour is reckoned at: the cheapest that a source stands behind, so that owning machines looks as
 * good as it can; one of low confidence only where there is no other.
 */
export function usualPrice({ prices }: Pick<Gpu, "prices">): GpuPrice | undefined {
  const byPrice = [...prices].sort((a, b) => a.usdPerHour - b.usdPerHour);
  return byPrice.find(({ source }) => source.confidence !== "low") ?? byPrice[0];
}
