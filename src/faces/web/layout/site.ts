import type { Claim } from "../../../core/evidence/claim.ts";
import type { RunEvidence } from "../../../core/runs/run-evidence.ts";
import type { IsoDate } from "../../../core/units.ts";

/** What the pages of one site share. */
export interface Site {
  /** `https://example.org`, for links that must be whole; empty where it is not known. */
  readonly origin: string;
  /** The day and the catalog all its pages answer from. */
  readonly stamp: string;
  readonly assets: SiteAssets;
}

/** Where the files stand that pages load, named by what is in them. */
export interface SiteAssets {
  readonly styles: string;
  readonly theme: string;
  readonly script: string;
}

/** What a browser needs to answer by itself: `/calculator.json`. */
export interface CalculatorFile {
  readonly today: IsoDate;
  /** Addresses of the two files of the catalog. */
  readonly index: string;
  readonly facts: string;
  /** What the server's own facts files say. */
  readonly claims: readonly Claim[];
  readonly evidence: readonly RunEvidence[] | null;
}
