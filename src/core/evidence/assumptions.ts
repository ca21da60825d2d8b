import type { Source } from "./source.ts";

/** What Steelyard itself assumes where nobody measured: cited like any source, so that it shows. */
function assumption(name: string, anchor: string): Source {
  return {
    name,
    ref: `docs/assumptions.md#${anchor}`,
    kind: "assumption",
    observedOn: "2026-11-20",
    confidence: "medium",
    lineage: "Steelyard",
  };
}

export const assumptions = {
  traffic: assumption("assumed traffic", "traffic"),
  tasks: assumption("assumed number of tasks", "tasks"),
  tokenizer: assumption("assumed tokenizer range", "tokenizer"),
  region: assumption("assumed regional uplift", "region"),
  verbosity: assumption("assumed verbosity range", "verbosity"),
  failureLoss: assumption("assumed range of the loss of a failed task", "failure-loss"),
  tau: assumption("assumed non-sampling error", "tau"),
  retest: assumption("assumed pass rate and correlations of a retest", "retest"),
  licenseClass: assumption("classes of licences", "licence-classes"),
  sourceErrors: assumption("assumed error rates of sources", "source-errors"),
} as const;
