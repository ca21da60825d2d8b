import type { TrafficProfile } from "../cost/traffic.ts";
import type { Usd } from "../units.ts";

/** What a team does with models, as it wrote it down once: `steelyard.yaml` beside the work. */
export interface Workload {
  /** Where it is written. */
  readonly file: string;
  /** The model in production, by any of its names. */
  readonly current?: string;
  /** Models that may take its place. */
  readonly candidates: readonly string[];
  /** Musts, as on the command line: `context>=200k`. */
  readonly constraints: readonly string[];
  readonly traffic?: TrafficProfile;
  /** The kind of work: see `verdict/tasks.ts`. */
  readonly task?: string;
  /** The benchmark that counts for a skill, in place of ours. */
  readonly benchmarks: Readonly<Record<string, string>>;
  /** What one failed task costs. */
  readonly failedTaskUsd?: Usd;
}

/** Its models, the one in production first. */
export function modelsOfWorkload({ current, candidates }: Workload): readonly string[] {
  return current === undefined ? candidates : [current, ...candidates];
}
