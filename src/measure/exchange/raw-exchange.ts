import type { EndpointAccess } from "./endpoint-access.ts";
import type { Redaction } from "./redaction.ts";
import { fieldOf, type HeaderFields } from "./retry-after.ts";

/** Keeps an exchange as it goes over the wire: both heads as text, both bodies as bytes. */
export class RawExchange {
  readonly #request: string;
  readonly #limitBytes: number;
  readonly #chunks: Buffer[] = [];
  #head = "";
  #left: number;

  constructor(access: EndpointAccess, body: string, limitBytes: number) {
    const shown = { ...access.shownHeaders };
    this.#request = `POST ${access.origin}${access.path}\r\n${fieldLines(shown)}\r\n${body}`;
    this.#limitBytes = limitBytes;
    this.#left = limitBytes;
  }

  head(status: number, headers: HeaderFields): void {
    this.#head = `${status}\r\n${fieldLines(headers)}\r\n`;
  }

  body(bytes: Buffer): void {
    if (this.#left <= 0) return;
    this.#chunks.push(bytes.subarray(0, this.#left));
    this.#left -= bytes.length;
  }

  /** Without secrets. `isBodyWithheld`: the body spells one in a way that cannot be taken out. */
  bytes(redaction: Redaction, isBodyWithheld: boolean): Buffer {
    const body = isBodyWithheld
      ? [Buffer.from("(withheld: it spells a secret)")]
      : this.#chunks.splice(0);
    const request = Buffer.from(`${this.#request}\r\n\r\n`).subarray(0, this.#limitBytes);
    return redaction.bytes(Buffer.concat([request, Buffer.from(this.#head), ...body]));
  }
}

function fieldLines(fields: HeaderFields): string {
  return Object.keys(fields)
    .map((name) => `${name}: ${fieldOf(fields, name)}\r\n`)
    .join("");
}
