import type { Candidate } from "../compare/candidate.ts";
import type { ScoreRow } from "../compare/score-row.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { IsoDate } from "../units.ts";
import type { Stakes } from "./pair-decision.ts";

/** All that a verdict is made from. */
export interface Question {
  readonly candidates: readonly Candidate[];
  readonly rows: readonly ScoreRow[];
  readonly traffic: TrafficProfile;
  readonly stakes: Stakes;
  /** Constraints as written: what is stated is no open condition any more. */
  readonly constraints: readonly string[];
  readonly askedOn: IsoDate;
  /** A model's name by its id. */
  readonly nameOf: (modelId: string) => string;
}
