import { describe, expect, it } from "vitest";
import { probeClaims } from "../../src/core/probes/probe-claims.ts";
import { probeDocument } from "../../src/core/report/probe-document.ts";
import { documentToText } from "../../src/core/report/text.ts";
import { probed } from "./probed.ts";
import type { Switches } from "./switches.ts";

const declared = [{ tokens: 8192, by: "its training" }];

async function windowOf(switches: Partial<Switches>) {
  const settings = { contextTokens: 8192, declared };
  const report = await probed(switches, { only: ["context", "needle"], settings });
  const outcome = report.outcomes.find(({ probe }) => probe === "context");
  const text = documentToText(probeDocument(report, { catalog: [], keptIn: null }), { width: 400 });
  return { report, outcome, text: text.replace(/\s+/g, " ") };
}

describe("the context window", () => {
  it.each([
    ["refused" as const, "because it refuses what is longer"],
    ["fails" as const, "because it breaks on what is longer"],
    ["cut" as const, "because it cuts what is longer, in silence"],
  ])("is found within a hundredth where it is 2,048: %s", async (overflow, _because) => {
    const { report, outcome, text } = await windowOf({ contextTokens: 2048, overflow });
    const { takenTokens, refusedTokens } = report.context ?? {};
    expect(takenTokens).toBeGreaterThan(1980);
    expect(takenTokens).toBeLessThanOrEqual(2048);
    if (overflow !== "cut") expect(refusedTokens).toBeLessThan(2100);
    expect(outcome?.verdict).toBe("unsupported");
    expect(text).toContain("though it should take 8,192 by its training");
    const [claim] = probeClaims(report);
    expect(claim).toMatchObject({ property: "limit.context", value: takenTokens });
  });

  it("is no claim where its end was not seen", async () => {
    const { report, outcome, text } = await windowOf({});
    expect(outcome?.verdict).toBe("supported");
    expect(text).toContain("longer ones were not tried");
    expect(probeClaims(report)).toEqual([]);
  });

  it("is not held for whole where the beginning of a prompt is lost, though all of it is counted", async () => {
    const { report, outcome } = await windowOf({ contextTokens: 2048, overflow: "hidden" });
    expect(outcome?.verdict).toBe("supported");
    expect(report.outcomes.find(({ probe }) => probe === "needle")?.verdict).toBe("unsupported");
  });
});
