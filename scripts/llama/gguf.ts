/** A value of the head of a GGUF file: its type's number, then its bytes. */
export interface HeadValue {
  readonly type: number;
  readonly bytes: Buffer;
}

/** A matrix of 32-bit floats, row after row of `shape[0]` values. */
export interface Tensor {
  readonly name: string;
  readonly shape: readonly number[];
  readonly values: Float32Array;
}

const [typeU32, typeI32, typeF32, typeBool, typeText, typeArray] = [4, 5, 6, 7, 8, 9];
const alignment = 32;

/** A file of version 3, as https://github.com/ggml-org/ggml/blob/master/docs/gguf.md describes it. */
export function ggufFile(
  head: Readonly<Record<string, HeadValue>>,
  tensors: readonly Tensor[],
): Buffer {
  const fields = Object.entries(head).map(([name, { type, bytes }]) =>
    Buffer.concat([textBytes(name), u32Bytes(type), bytes]),
  );
  const infos: Buffer[] = [];
  const contents: Buffer[] = [];
  let offset = 0;
  for (const { name, shape, values } of tensors) {
    const bytes = aligned(Buffer.from(values.buffer, values.byteOffset, values.byteLength));
    const sizes = shape.map(u64Bytes);
    const typeOfFloats = u32Bytes(0);
    infos.push(
      Buffer.concat([
        ...[textBytes(name), u32Bytes(shape.length), ...sizes, typeOfFloats, u64Bytes(offset)],
      ]),
    );
    contents.push(bytes);
    offset += bytes.length;
  }
  const counts = [u32Bytes(3), u64Bytes(tensors.length), u64Bytes(fields.length)];
  const whole = Buffer.concat([Buffer.from("GGUF"), ...counts, ...fields, ...infos]);
  return Buffer.concat([aligned(whole), ...contents]);
}

export const u32 = (value: number): HeadValue => ({ type: typeU32, bytes: u32Bytes(value) });
export const f32 = (value: number): HeadValue => ({ type: typeF32, bytes: f32Bytes(value) });
export const text = (value: string): HeadValue => ({ type: typeText, bytes: textBytes(value) });
export const bool = (value: boolean): HeadValue => ({
  type: typeBool,
  bytes: Buffer.from([value ? 1 : 0]),
});
export const texts = (all: readonly string[]) => list(typeText, all.map(textBytes));
export const f32s = (all: readonly number[]) => list(typeF32, all.map(f32Bytes));
export const i32s = (all: readonly number[]) => list(typeI32, all.map(u32Bytes));

function list(type: number, parts: readonly Buffer[]): HeadValue {
  return {
    type: typeArray,
    bytes: Buffer.concat([u32Bytes(type), u64Bytes(parts.length), ...parts]),
  };
}

function u32Bytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeUInt32LE(value);
  return bytes;
}

function u64Bytes(value: number): Buffer {
  const bytes = Buffer.alloc(8);
  bytes.writeBigUInt64LE(BigInt(value));
  return bytes;
}

function f32Bytes(value: number): Buffer {
  const bytes = Buffer.alloc(4);
  bytes.writeFloatLE(value);
  return bytes;
}

function textBytes(value: string): Buffer {
  const bytes = Buffer.from(value);
  return Buffer.concat([u64Bytes(bytes.length), bytes]);
}

function aligned(bytes: Buffer): Buffer {
  const missing = Math.ceil(bytes.length / alignment) * alignment - bytes.length;
  return missing === 0 ? bytes : Buffer.concat([bytes, Buffer.alloc(missing)]);
}
