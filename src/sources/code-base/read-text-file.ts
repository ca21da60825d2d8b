import { closeSync, constants, openSync, readSync } from "node:fs";
import { fileLimitBytes } from "./left-out.ts";

export type ReadFile =
  | { readonly kind: "text"; readonly bytes: Uint8Array }
  | { readonly kind: "binary" | "too-large" };

/** Where a text says itself that it has two bytes a sign, zeros are no sign of a binary file. */
const utf16 = [
  { mark: [0xff, 0xfe], encoding: "utf-16le" },
  { mark: [0xfe, 0xff], encoding: "utf-16be" },
] as const;

/** As far as a zero byte is looked for; git looks as far. */
const firstBlock = 8000;

/**
 * Reads files into one place, over and over: the bytes are those of the last file alone. A link is
 * refused, though it came to be after the folder was read.
 *
 * @throws what the system says when a file cannot be read
 */
export function textFileReader(): (file: string) => ReadFile {
  let place = Buffer.allocUnsafe(256 * 1024);
  const flags = constants.O_RDONLY | constants.O_NOFOLLOW | constants.O_NONBLOCK;
  return (file) => {
    const opened = openSync(file, flags);
    try {
      let length = 0;
      for (;;) {
        const got = readSync(opened, place, length, place.length - length, null);
        length += got;
        if (length > fileLimitBytes) return { kind: "too-large" };
        if (length < place.length) break;
        place = Buffer.concat([place], 4 * place.length);
      }
      return textOf(place.subarray(0, length));
    } finally {
      closeSync(opened);
    }
  };
}

function textOf(bytes: Buffer): ReadFile {
  const wide = utf16.find(({ mark }) => mark.every((byte, index) => bytes[index] === byte));
  if (wide !== undefined) {
    const text = new TextDecoder(wide.encoding).decode(bytes);
    return { kind: "text", bytes: Buffer.from(text) };
  }
  const zero = bytes.indexOf(0);
  return zero >= 0 && zero < firstBlock ? { kind: "binary" } : { kind: "text", bytes };
}
