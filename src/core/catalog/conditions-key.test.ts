import { describe, expect, test } from "vitest";
import { comparableKey, conditionsKey } from "./conditions-key.ts";

describe("the key of conditions", () => {
  test("does not depend on the order they were written in", () => {
    const one = { serviceTier: "batch", minPromptTokensExclusive: 272_000 } as const;
    const other = { minPromptTokensExclusive: 272_000, serviceTier: "batch" } as const;
    expect(conditionsKey(one)).toBe(conditionsKey(other));
  });

  test("makes one cliff of from 272,000 on and above 272,000", () => {
    const from = { minPromptTokensExclusive: 271_999 };
    const above = { minPromptTokensExclusive: 272_000 };
    expect(conditionsKey(from)).not.toBe(conditionsKey(above));
    expect(comparableKey(from)).toBe(comparableKey(above));
  });

  test("keeps 256,000 and 262,144 tokens apart", () => {
    const keys = [256_000, 262_144].map((maxPromptTokensInclusive) =>
      comparableKey({ maxPromptTokensInclusive }),
    );
    expect(new Set(keys).size).toBe(2);
  });
});
