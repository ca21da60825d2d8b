import { describe, expect, test } from "vitest";
import { gpuOf, precisionOf, sizingFacts } from "../../../test/builders/sizing-of.ts";
import { aloneSpeed } from "./alone-speed.ts";

const fromLlamaCpp = sizingFacts.measuredAlone.filter(({ source }) =>
  source.name.startsWith("XiongjieDai"),
);

describe("one reader alone", () => {
  test.each(fromLlamaCpp)("gets $tokensPerSecond tokens a second of $what on $gpu", (point) => {
    const { tokensPerSecond, low, high } = aloneSpeed({
      gpu: gpuOf(point.gpu),
      readBytes: point.readGb * 1e9,
      bitsPerWeight: precisionOf(point.precision).bitsPerWeight,
    });
    expect(point.tokensPerSecond).toBeGreaterThanOrEqual(low);
    expect(point.tokensPerSecond).toBeLessThanOrEqual(high);
    expect(tokensPerSecond).toBeGreaterThanOrEqual(low);
    expect(tokensPerSecond).toBeLessThanOrEqual(high);
  });

  test("reads all weights for each token", () => {
    const gpu = gpuOf("rtx-3090");
    const asked = { gpu, readBytes: 15.01e9, bitsPerWeight: 16 };
    expect(aloneSpeed(asked).tokensPerSecond).toBeCloseTo((0.75 * 936) / 15.01, 6);
  });
});
