import type { Catalog } from "../catalog/catalog.ts";
import type { TrafficProfile } from "../cost/traffic.ts";
import type { Source } from "../evidence/source.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { IsoDate } from "../units.ts";
import type { Candidate } from "./candidate.ts";
import type { ScoreRow } from "./score-row.ts";

/** What every part of a comparison is written from. */
export interface ComparisonContext {
  /** Two or more, in the order asked. */
  readonly candidates: readonly Candidate[];
  /** Benchmarks that at least two of them share. */
  readonly rows: readonly ScoreRow[];
  readonly traffic: TrafficProfile;
  /** Tasks a month that the traffic stands for. */
  readonly tasks: number;
  readonly catalog: Catalog;
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
  /** Who states the non-sampling error. */
  readonly tauSource: Source;
  /** Collects the sources of this one answer. */
  readonly book: SourceBook;
}
