import type { Document } from "../../src/core/report/document.ts";
import type { StructuredData } from "../../src/core/report/structured-data.ts";

/** A comparison of which only the drawing is left. */
export interface Reckoned {
  readonly document: Document;
  readonly address: string;
  readonly structured: StructuredData;
}
