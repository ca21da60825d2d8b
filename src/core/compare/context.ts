import type { Catalog } from "../catalog/catalog.ts";
import type { ModelDossier } from "../catalog/dossier.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { Source } from "../evidence/source.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { IsoDate, Points, Ratio } from "../units.ts";
import type { Constraint } from "../verdict/constraints.ts";
import type { Candidate } from "./candidate.ts";
import type { ScoreRow } from "./score-row.ts";

/** What every part of a comparison is written from. */
export interface ComparisonContext {
  /** Two or more, in the order asked. */
  readonly candidates: readonly Candidate[];
  /** Benchmarks that at least two of them share. */
  readonly rows: readonly ScoreRow[];
  readonly traffic: TrafficProfile;
  /** What the asker must have, as far as it was stated for a move. */
  readonly constraints?: readonly Constraint[];
  /** Tasks a month that the traffic stands for. */
  readonly tasks: number;
  readonly catalog: Catalog;
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
  /** Who states the non-sampling error. */
  readonly tauSource: Source;
  /** Collects the sources of this one answer. */
  readonly book: SourceBook;
  /** Any other model of the catalog, such as a successor. */
  readonly dossierOf?: (modelId: string) => ModelDossier | undefined;
  /** What somebody states who really moves. */
  readonly moving?: MoveTerms;
}

export interface MoveTerms {
  /** The day of the move. */
  readonly on: IsoDate;
  /** Share of the prompts that pass today, in percent. */
  readonly passPercent: Points;
  /** The loss that a test must be able to show. */
  readonly gapPoints: Points;
  /** How many times the output the new model writes for the same work, as counted by the asker. */
  readonly outputRatio?: Ratio;
}
