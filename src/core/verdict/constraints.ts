import type { Source } from "../evidence/source.ts";

/** How one candidate stands to one constraint. Unknown neither passes nor fails. */
export interface ConstraintResult {
  /** As the user wrote it: `context>=200k`. */
  readonly constraint: string;
  readonly result: "passes" | "fails" | "unknown";
  readonly because: string;
  readonly sources: readonly Source[];
}
