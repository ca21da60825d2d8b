import type { Bytes } from "../units.ts";
import type { Precision } from "./precision.ts";
import type { SizedModel } from "./sized-model.ts";

/** What the weights of a model take in a precision. */
export interface Weights {
  readonly bytes: Bytes;
  /** Where the tables of embeddings stay in 16 bits, as files of the precision often have it. */
  readonly highBytes: Bytes;
  /** Bits of a parameter that every step reads, and of one of an expert. */
  readonly residentBits: number;
  readonly expertBits: number;
  /** A file that was weighed, experts alone as published, or parameters times bits. */
  readonly how: "file" | "published" | "bits";
}

const fullBits = 16;
const bitsPerByte = 8;

/** So many parameters at so many bits each: P x bits / 8. */
export function weightBytes(parameters: number, bitsPerWeight: number): Bytes {
  return (parameters * bitsPerWeight) / bitsPerByte;
}

/**
 * The weights of a model, all experts included. The size of a real file wins over what the precision
 * takes on average. Undefined where nobody can count the parameters and no file was weighed.
 *
 * @param fileBytes of the asker's own file
 */
export function weightsOf(
  model: SizedModel,
  precision: Precision,
  fileBytes?: Bytes,
): Weights | undefined {
  const { parameters, native, tables = 0 } = model;
  const bits = precision.bitsPerWeight;
  const weighed = fileBytes ?? model.files.find((file) => file.precision === precision.id)?.bytes;
  if (weighed !== undefined) {
    const mean = parameters === undefined ? bits : (weighed * bitsPerByte) / parameters.total;
    return { ...flat(weighed, mean), how: "file" };
  }
  if (parameters === undefined) return undefined;
  const { total, expertMatrices } = parameters;
  if (native?.part === "experts" && native.precision === precision.id) {
    const bytes = weightBytes(expertMatrices, bits) + weightBytes(total - expertMatrices, fullBits);
    return {
      bytes,
      highBytes: bytes,
      residentBits: fullBits,
      expertBits: bits,
      how: "published",
    };
  }
  const bytes = weightBytes(total, bits);
  const kept = precision.keepsEmbeddings ? weightBytes(tables, fullBits - bits) : 0;
  return { ...flat(bytes, bits), highBytes: bytes + kept, how: "bits" };
}

function flat(bytes: Bytes, bits: number) {
  return { bytes, highBytes: bytes, residentBits: bits, expertBits: bits };
}
