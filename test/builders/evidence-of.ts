import type { EndpointEvidence, RunEvidence } from "../../src/core/runs/run-evidence.ts";

/** A run of two endpoints, `large` and `small`, of which the second passed so much more or less. */
export function ownRunOf(given: {
  readonly suite?: string;
  readonly task?: string;
  readonly run?: string;
  readonly measuredOn?: string;
  readonly prompts?: number;
  readonly large?: number;
  /** Small minus large, as a share. */
  readonly difference: number;
  readonly standardError: number;
  readonly label: RunEvidence["pairs"][number]["label"];
}): RunEvidence {
  const { prompts = 300, large = 0.9, difference, standardError, label } = given;
  return {
    kind: "suite",
    run: given.run ?? "tickets-1",
    suite: given.suite ?? "tickets",
    task: given.task ?? null,
    measuredOn: given.measuredOn ?? "2026-11-20",
    endpoints: [
      endpointOf("large", "acme/large", { share: large, prompts }),
      endpointOf("small", "acme/small", { share: large + difference, prompts }),
    ],
    pairs: [{ a: "large", b: "small", prompts, difference, standardError, label }],
  };
}

/** A probe of one route. */
export function ownProbeOf(
  route: string | null,
  found: EndpointEvidence["found"],
  measuredOn = "2026-11-20",
): RunEvidence {
  return {
    ...{ kind: "probe", run: `probe-${measuredOn}`, suite: "probe", task: null, measuredOn },
    endpoints: [{ ...endpointOf("probed", route, null), found }],
    pairs: [],
  };
}

function endpointOf(
  endpoint: string,
  route: string | null,
  quality: { readonly share: number; readonly prompts: number } | null,
): EndpointEvidence {
  return {
    ...{ endpoint, model: endpoint, route, found: [], outputTokens: null },
    quality: quality === null ? null : { grader: "exact", ...quality },
  };
}
