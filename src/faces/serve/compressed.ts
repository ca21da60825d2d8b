import { promisify } from "node:util";
import { brotliCompress, constants, gzip } from "node:zlib";
import type { Context, MiddlewareHandler } from "hono";

/** Compressed bodies, by the name of the answer and its encoding. */
export interface KeptBytes {
  readonly get: (name: string) => Uint8Array<ArrayBuffer> | undefined;
  readonly set: (name: string, bytes: Uint8Array<ArrayBuffer>) => void;
}

type Encoding = "br" | "gzip";

const brotli = promisify(brotliCompress);
const zip = promisify(gzip);

/** Streams, pictures and archives are left as they are. */
const worthwhile = /^(text\/(?!event-stream)|application\/([\w.-]+\+)?(json|xml)\b|image\/svg)/;

/** Smaller ones fit a packet as they are. */
const smallestBytes = 1024;

/** Sends text compressed to who accepts that; an answer with a name is compressed once. */
export function compressed(kept: KeptBytes): MiddlewareHandler {
  return async (c, next) => {
    await next();
    if (!isWorthwhile(c.res)) return;
    c.res.headers.append("Vary", "Accept-Encoding");
    const encoding = encodingFor(c.req.header("Accept-Encoding") ?? "");
    if (encoding === undefined || c.req.method === "HEAD") return;
    await compress(c, encoding, kept);
  };
}

function isWorthwhile({ status, body, headers }: Response): boolean {
  return (
    body !== null &&
    status !== 206 &&
    !headers.has("Content-Encoding") &&
    worthwhile.test(headers.get("Content-Type") ?? "")
  );
}

async function compress(c: Context, encoding: Encoding, kept: KeptBytes): Promise<void> {
  const etag = c.res.headers.get("ETag");
  const name = `${encoding} ${etag}`;
  const known = etag === null ? undefined : kept.get(name);
  const bytes = known ?? (await pack(new Uint8Array(await c.res.clone().arrayBuffer()), encoding));
  if (bytes === undefined) return;
  if (etag !== null) kept.set(name, bytes);
  const headers = new Headers(c.res.headers);
  headers.set("Content-Encoding", encoding);
  headers.delete("Content-Length");
  const { status } = c.res;
  c.res = undefined;
  c.res = new Response(bytes, { status, headers });
}

async function pack(
  bytes: Uint8Array,
  encoding: Encoding,
): Promise<Uint8Array<ArrayBuffer> | undefined> {
  if (bytes.byteLength < smallestBytes) return undefined;
  switch (encoding) {
    case "br":
      return brotli(bytes, { params: { [constants.BROTLI_PARAM_QUALITY]: 5 } });
    case "gzip":
      return zip(bytes);
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
