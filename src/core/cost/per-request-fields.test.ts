import { describe, expect, it } from "vitest";
import { parseTraffic } from "./parse-traffic.ts";

describe("traffic stated of one request", () => {
  it.each([
    ["requests=100k,in-each=8k,out-each=2.5k", { inputTokens: 8e8, outputTokens: 2.5e8 }],
    ["requests=10,in-each=100,out=7", { inputTokens: 1_000, outputTokens: 7 }],
    [
      "in=1000,out=10,cached=60%,hit=90%",
      { inputTokens: 1_000, cachedInputTokens: 540, cacheWriteTokens: 60 },
    ],
    [
      "in=1000,out=10,cached=600,hit=1",
      { inputTokens: 1_000, cachedInputTokens: 600, cacheWriteTokens: 0 },
    ],
  ])("is the month it makes: %s", (text, month) => {
    const traffic = parseTraffic(text);
    expect(traffic).toMatchObject({ ok: true, value: month });
  });

  it.each([
    ["in-each=8k,out=1M", "inputTokensPerRequest", "because nobody says how many requests"],
    ["requests=9,in=8k,in-each=1,out=1", "inputTokensPerRequest", "because two totals are stated"],
    ["requests=9P,in-each=1,out=1", "inputTokensPerRequest", "because 9P is no count"],
    ["requests=9T,in-each=9T,out=1", "inputTokensPerRequest", "because it is beyond counting"],
    ["in=10,out=1,hit=50%", "cacheHitShare", "because nothing is said to be cached"],
    ["in=10,out=1,cached=5,hit=2", "cacheHitShare", "because it is more than all"],
    ["in=10,out=1,cached=5,written=1,hit=1", "cacheHitShare", "because written is stated too"],
  ])("is refused by the field at fault: %s, %s", (text, field) => {
    expect(parseTraffic(text)).toMatchObject({
      ok: false,
      problem: { code: "invalid-input", where: `traffic.${field}` },
    });
  });
});
