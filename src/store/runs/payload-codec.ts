import { createHash } from "node:crypto";
import { promisify } from "node:util";
import { brotliCompress, brotliCompressSync, brotliDecompress, constants } from "node:zlib";

/** Larger ones are not kept. */
export const payloadLimitBytes = 16 * 1024 * 1024;

const worthwhileBytes = 256;
/** Up to here packing takes less than handing the work to another thread would. */
const packedAtOnceBytes = 16 * 1024;
const compress = promisify(brotliCompress);
const decompress = promisify(brotliDecompress);

export interface EncodedPayload {
  readonly hash: string;
  readonly encoding: "br" | "identity";
  readonly bytes: Uint8Array;
}

function payloadHash(bytes: Uint8Array): string {
  return createHash("sha256").update(bytes).digest("hex");
}

/** Compressed where that makes it smaller. */
export async function encodePayload(bytes: Uint8Array): Promise<EncodedPayload> {
  const hash = payloadHash(bytes);
  if (bytes.byteLength < worthwhileBytes) return { hash, encoding: "identity", bytes };
  const isSmall = bytes.byteLength <= packedAtOnceBytes;
  const params = {
    /** Of a small one a higher quality takes a tenth less room, and more than twice the time. */
    [constants.BROTLI_PARAM_QUALITY]: isSmall ? 1 : 4,
    [constants.BROTLI_PARAM_SIZE_HINT]: bytes.byteLength,
    /** A window of megabytes, as is usual, takes longer to lay out than an exchange to pack. */
    [constants.BROTLI_PARAM_LGWIN]: windowBits(bytes.byteLength),
  };
  const chunkSize = Math.max(constants.Z_MIN_CHUNK, bytes.byteLength);
  const packed = isSmall
    ? brotliCompressSync(bytes, { params, chunkSize })
    : await compress(bytes, { params });
  return packed.byteLength < bytes.byteLength
    ? { hash, encoding: "br", bytes: packed }
    : { hash, encoding: "identity", bytes };
}

function windowBits(size: number): number {
  const { BROTLI_MIN_WINDOW_BITS: least, BROTLI_MAX_WINDOW_BITS: most } = constants;
  return Math.min(most, Math.max(least, Math.ceil(Math.log2(size))));
}

/** Undefined when it is not what its hash says. */
export async function decodePayload(
  hash: string,
  encoding: string,
  bytes: Uint8Array,
): Promise<Uint8Array | undefined> {
  const raw =
    encoding === "identity"
      ? bytes
      : await decompress(bytes, { maxOutputLength: payloadLimitBytes }).catch(() => undefined);
  return raw !== undefined && payloadHash(raw) === hash ? raw : undefined;
}
