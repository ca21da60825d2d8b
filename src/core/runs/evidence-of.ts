import type { IsoDate } from "../units.ts";
import type { EndpointSummary, Quantiles } from "./endpoint-tally.ts";
import type { FoundValue, RunEvidence } from "./run-evidence.ts";
import type { MeasuredEndpoint, RunReport } from "./run-report.ts";

/** What a run says of models, by the grader that decides: the first where nothing is decided. */
export function evidenceOf(report: RunReport, measuredOn: IsoDate): RunEvidence {
  const { run, suite, task, endpoints, paired } = report;
  return {
    ...{ kind: "suite", run, suite, task, measuredOn },
    endpoints: endpoints.map(({ endpoint, model, route, ...summary }) => ({
      ...{ endpoint, model, route },
      quality: qualityOf(summary, report),
      outputTokens: summary.outputTokens,
      found: speedsOf(summary),
    })),
    pairs: paired.map(({ a, b, n, difference, standardError, label }) => ({
      ...{ a, b, prompts: n, difference, standardError, label },
    })),
  };
}

function qualityOf(
  { quality }: Pick<MeasuredEndpoint, "quality">,
  { paired }: RunReport,
): RunEvidence["endpoints"][number]["quality"] {
  const deciding = paired[0]?.grader;
  const found = quality.find(({ grader }) => grader === deciding) ?? quality[0];
  return found === undefined
    ? null
    : { grader: found.grader, share: found.share, prompts: found.prompts };
}

function speedsOf({
  ttftMs,
  interTokenMs,
}: Pick<EndpointSummary, "ttftMs" | "interTokenMs">): readonly FoundValue[] {
  return [
    ...(ttftMs === null
      ? []
      : [{ property: "speed.ttft", value: Math.round(ttftMs.p50.ms), ...seenIn(ttftMs) } as const]),
    ...(interTokenMs === null || interTokenMs.p50.ms <= 0
      ? []
      : [
          {
            property: "speed.output",
            value: Math.round(1000 / interTokenMs.p50.ms),
            ...seenIn(interTokenMs),
          } as const,
        ]),
  ];
}

const seenIn = ({ n }: Quantiles) => ({ n, note: `median of ${n} answers` });
