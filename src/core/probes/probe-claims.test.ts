import { describe, expect, it } from "vitest";
import { disagreements } from "./catalog-values.ts";
import type { ProbeId } from "./probe.ts";
import { probeClaims } from "./probe-claims.ts";
import type { ProbeReport } from "./probe-report.ts";
import type { ProbeVerdict } from "./verdict.ts";

function reportOf(
  verdicts: Readonly<Partial<Record<ProbeId, ProbeVerdict>>>,
  context: ProbeReport["context"] = null,
): ProbeReport {
  const beside = { unclear: null, control: null, voids: 0, seen: [] };
  const ids: readonly ProbeId[] = [
    "context",
    "tools-auto",
    "tools-forced",
    "tools-named",
    "reasoning",
  ];
  return {
    ...{
      kind: "probe",
      run: "probe-m-1",
      createdAt: "2026-11-20T08:00:00.000Z",
      end: null,
      notBegun: [],
    },
    ...{ failures: [], servedModels: [], context },
    endpoint: {
      baseUrl: "http://127.0.0.1/v1",
      model: "m",
      dialect: "chat-completions",
      route: null,
    },
    settings: { probes: [], trials: 10, contextTokens: 8192, declared: [] },
    spend: { requests: 0, inputTokens: 0, outputTokens: 0, usd: null },
    outcomes: ids.flatMap((probe) => {
      const verdict = verdicts[probe];
      if (verdict === undefined) return [];
      const hits = verdict === "supported" ? 10 : 0;
      return [{ ...beside, probe, verdict, hits, trials: 10, interval95: [0, 1] as const }];
    }),
  };
}

const noTools = {
  "tools-auto": "unsupported",
  "tools-forced": "unsupported",
  "tools-named": "unsupported",
} as const;

const reach = { isCounted: true, isCutInSilence: false, takenRequests: 3, requests: 9 };

describe("the claims of a session", () => {
  it.each`
    verdicts                                                                                        | value        | because
    ${{ "tools-auto": "supported", "tools-forced": "unsupported" }}                                 | ${true}      | ${"one way of calling tools is enough"}
    ${{ "tools-auto": "unsupported", "tools-forced": "unsupported", "tools-named": "unsupported" }} | ${false}     | ${"no way works"}
    ${{ "tools-auto": "unclear", "tools-forced": "unsupported" }}                                   | ${undefined} | ${"one way may work yet"}
    ${{ "tools-forced": "unsupported" }}                                                            | ${undefined} | ${"the other ways were not asked"}
    ${{ "tools-auto": "flaky" }}                                                                    | ${undefined} | ${"sometimes is neither yes nor no"}
    ${{ reasoning: "unsupported" }}                                                                 | ${undefined} | ${"reasoning may have to be switched on"}
    ${{ reasoning: "supported" }}                                                                   | ${true}      | ${"it was seen"}
  `("are $value: $because", ({ verdicts, value }) => {
    expect(probeClaims(reportOf(verdicts))[0]?.value).toBe(value);
  });

  it("name a context window whose end was seen, with its day", () => {
    const seen = { ...reach, takenTokens: 2037, refusedTokens: 2044 };
    const [claim] = probeClaims(reportOf({ context: "unsupported" }, seen));
    expect(claim).toMatchObject({ property: "limit.context", value: 2037, day: "2026-11-20" });
    const unseen = { ...seen, refusedTokens: null };
    expect(probeClaims(reportOf({ context: "supported" }, unseen))).toEqual([]);
  });

  it("disagree with the catalog where they differ, but for what a template takes", () => {
    const seen = { ...reach, takenTokens: 2037, refusedTokens: 2044 };
    const claims = probeClaims(reportOf({ context: "supported", ...noTools }, seen));
    const sources = ["A collector"];
    const listed = (context: number, tools: boolean) =>
      disagreements(claims, [
        { property: "limit.context", value: context, sources },
        { property: "cap.tools", value: tools, sources },
      ]).map(({ claim: { property } }) => property);
    expect(listed(2048, false)).toEqual([]);
    expect(listed(8192, true).toSorted()).toEqual(["cap.tools", "limit.context"]);
  });
});
