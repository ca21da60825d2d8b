import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";
import type { Keeping } from "./byte-bounded.ts";

type Encoding = "br" | "gzip";

/** A body as it is sent; without an encoding where it is too small for one. */
export interface Packed {
  readonly bytes: Uint8Array<ArrayBuffer>;
  readonly encoding?: Encoding;
}

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Level 5 packs as well as gzip at its best, in the time gzip takes. */
const brotliParameters = { [constants.BROTLI_PARAM_QUALITY]: 5 };

/** Streams, pictures and archives are left as they are. */
const worthwhile = /^(text\/(?!event-stream)|application\/([\w.-]+\+)?(jsonl?|xml)\b|image\/svg)/;

/** Smaller ones fit a packet as they are. */
const smallestBytes = 1024;

/** Sends text compressed to who accepts that; an answer with a name is compressed once. */
export function compressed(kept: Keeping<Packed>): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (!isWorthwhile(c.res)) return;
    c.res.headers.append("Vary", "Accept-Encoding");
    const encoding = encodingFor(c.req.header("Accept-Encoding") ?? "");
    if (encoding === undefined || c.req.method === "HEAD") return;
    await compress(c, encoding, kept);
  };
}

const withoutBody: readonly number[] = [204, 206, 304];

function isWorthwhile({ status, headers }: Response): boolean {
  return (
    !withoutBody.includes(status) &&
    !headers.has("Content-Encoding") &&
    worthwhile.test(headers.get("Content-Type") ?? "")
  );
}

async function compress(c: Context, encoding: Encoding, kept: Keeping<Packed>): Promise<void> {
  const { res } = c;
  const etag = res.headers.get("ETag");
  const make = async () => {
    const value = await pack(new Uint8Array(await res.arrayBuffer()), encoding);
    return { ok: true, value } as const;
  };
  const packed = etag === null ? await make() : await kept.of(`${encoding} ${etag}`, make);
  if (!packed.ok) return;
  const headers = new Headers(res.headers);
  if (packed.value.encoding !== undefined) headers.set("Content-Encoding", encoding);
  c.res = undefined;
  c.res = new Response(packed.value.bytes, { status: res.status, headers });
}

async function pack(bytes: Uint8Array<ArrayBuffer>, encoding: Encoding): Promise<Packed> {
  if (bytes.byteLength < smallestBytes) return { bytes };
  switch (encoding) {
    case "br":
      return { bytes: await brotli(bytes, { params: brotliParameters }), encoding };
    case "gzip":
      return { bytes: await zip(bytes), encoding };
  }
}

/** The better of what is accepted; `q=0` is a refusal. */
function encodingFor(accepted: string): Encoding | undefined {
  const names = accepted
    .toLowerCase()
    .split(",")
    .map((each) => each.split(";").map((part) => part.trim()))
    .filter(([, ...rest]) => !rest.some((part) => /^q=0(\.0*)?$/.test(part)))
    .map(([name]) => name);
  const encodings = ["br", "gzip"] as const;
  return encodings.find((encoding) => names.includes(encoding));
}
