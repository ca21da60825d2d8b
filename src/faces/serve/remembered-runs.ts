import type { ProbeReport } from "../../core/probes/probe-report.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import type { RunReport } from "../../core/runs/run-report.ts";
import type { Deps } from "../../operations/operation.ts";

/** A report reads every answer of its run: who asks again so soon, gets the same. */
const freshMs = 10_000;
const reportsAtMost = 20;

interface Remembered {
  readonly until: number;
  readonly report: Promise<Outcome<RunReport | ProbeReport>>;
}

/** Runs whose reports are made once for all who ask within some seconds. */
export function rememberedRuns(open: Deps["runs"], now = () => performance.now()): Deps["runs"] {
  const reports = new Map<string, Remembered>();
  return async (store) => {
    const opened = await open(store);
    if (!opened.ok || store !== undefined) return opened;
    const reader = opened.value;
    return {
      ok: true,
      value: {
        ...reader,
        report: async (run) => {
          const known = reports.get(run);
          if (known !== undefined && known.until > now()) return known.report;
          const report = reader.report(run);
          report.catch(() => reports.delete(run));
          reports.delete(run);
          reports.set(run, { until: now() + freshMs, report });
          const [oldest] = reports.keys();
          if (reports.size > reportsAtMost && oldest !== undefined) reports.delete(oldest);
          return report;
        },
      },
    };
  };
}
