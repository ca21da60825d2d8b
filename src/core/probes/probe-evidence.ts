import type { RunEvidence } from "../runs/run-evidence.ts";
import { probeClaims } from "./probe-claims.ts";
import type { ProbeReport } from "./probe-report.ts";

/** What a session says of the route its endpoint stands for, to be kept beside it. */
export function probeEvidence(report: ProbeReport): RunEvidence {
  const { run, createdAt, endpoint } = report;
  const { model, route } = endpoint;
  const found = probeClaims(report).map(({ property, value, hits, n }) => ({
    ...{ property, value, n },
    note: typeof value === "number" ? `${n} requests` : `${hits} of ${n}`,
  }));
  return {
    ...{ kind: "probe", run, suite: "probes", task: null, measuredOn: createdAt.slice(0, 10) },
    endpoints: [{ endpoint: "probed", model, route, quality: null, outputTokens: null, found }],
    pairs: [],
  };
}
