import { onceFor } from "../once-for.ts";
import type { Bytes, Tokens } from "../units.ts";
import type { Architecture, AttentionKind } from "./architecture.ts";
import { type Parameters, parametersOf } from "./parameters.ts";

/** A model as sizing needs it: of a catalog, or of a file that need not say everything. */
export interface SizedModel {
  readonly name: string;
  /** Absent: nobody says how deep it is. */
  readonly layers?: number;
  readonly hidden?: number;
  readonly vocabulary?: number;
  /** The longest context it was made for. */
  readonly contextTokens?: Tokens;
  /** Absent: they cannot be counted. */
  readonly parameters?: Parameters;
  /** Parameters of its tables of embeddings. */
  readonly tables?: number;
  /** Absent: nobody says what it keeps of a context. */
  readonly attention?: readonly AttentionKind[];
  readonly native?: { readonly precision: string; readonly part: "all" | "experts" };
  readonly files: readonly { readonly precision: string; readonly bytes: Bytes }[];
}

/** An architecture made ready; once for each, since its parameters are counted. */
export const sizedModelOf = onceFor((architecture: Architecture): SizedModel => {
  const { name, shape, attention, native, files } = architecture;
  const { layers, hidden, vocabulary, isTied, contextTokens } = shape;
  return {
    name,
    layers,
    hidden,
    vocabulary,
    contextTokens,
    parameters: parametersOf(architecture),
    tables: vocabulary * hidden * (isTied ? 1 : 2),
    attention,
    ...(native === undefined ? {} : { native }),
    files,
  };
});
