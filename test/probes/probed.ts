import { onTestFinished } from "vitest";
import type { ProbeId } from "../../src/core/probes/probe.ts";
import { type ProbeReport, probeReport } from "../../src/core/probes/probe-report.ts";
import type { ProbeSettings } from "../../src/core/probes/probe-settings.ts";
import { probeIds } from "../../src/core/probes/probes.ts";
import type { Run } from "../../src/core/runs/run.ts";
import { systemClock } from "../../src/measure/exchange/clock.ts";
import { noBook, type ProbeBook } from "../../src/measure/probes/probe-book.ts";
import { probeEndpoint } from "../../src/measure/probes/probe-session.ts";
import { probedEndpoint } from "../../src/measure/probes/probed-endpoint.ts";
import { openCapableEndpoint } from "./capable-endpoint.ts";
import type { Switches } from "./switches.ts";

/** Waits between attempts are not waited for. */
const hastyClock = { ...systemClock, sleep: async () => {} };

interface Asked {
  readonly only?: readonly ProbeId[];
  readonly settings?: Partial<ProbeSettings>;
  readonly book?: ProbeBook;
}

/** A session at an endpoint with these switches: three trials of some probes, beside the plain ones. */
export async function probed(
  switches: Partial<Switches>,
  { only = probeIds, settings: change = {}, book = noBook }: Asked = {},
): Promise<ProbeReport> {
  const { baseUrl, close } = await openCapableEndpoint(switches);
  onTestFinished(close);
  const settings: ProbeSettings = {
    ...{ trials: 3, contextTokens: 4096, declared: [] },
    probes: probeIds.filter((id) => id === "answers" || only.includes(id)),
    ...change,
  };
  const asked = { url: baseUrl, model: "m", dialect: "chat-completions", insecure: false } as const;
  const endpoint = probedEndpoint(asked);
  const never = new AbortController().signal;
  const session = await probeEndpoint({
    ...{ endpoint, settings, seed: 7, concurrency: 4, limits: {}, usdOf: () => null, book },
    ...{ dearestUsd: null, environment: {}, onResult: () => {}, clock: hastyClock },
    ...{ stopping: never, giveUp: never },
  });
  if (!session.ok) throw new Error(JSON.stringify(session.problem));
  const run: Run = {
    ...{
      id: "probe-m-1",
      kind: "probe",
      createdAt: "2026-11-20T08:00:00.000Z",
      suite: "probes",
      seed: 7,
    },
    ...{ suiteHash: null, repetitions: settings.trials, endpoints: [endpoint] },
    settings: { ...settings },
  };
  const report = probeReport(run, session.value.results, session.value.end);
  if (report === undefined) throw new Error("no session of probes");
  return report;
}
