/**
 * What a byte of text is to the search for names. Every byte of a code base passes this table once.
 *
 * - `glue`: letters, digits, `-` and `_`: a name does not begin behind one of them
 * - `joint`: `.`, `:`, `/` and `@`: they hold the parts of a name together, and part a name from others
 * - `escape`: `\` and `%`: what follows may be one sign written as several
 * - `line`: the end of a line
 * - `other`: everything else; it ends a name
 */
export const byteKinds = { other: 0, glue: 1, joint: 2, line: 3, escape: 4 } as const;

const { glue, joint, line } = byteKinds;

const kinds = new Uint8Array(256);
/** Letters whatever their case, digits and dashes as numbers below 40; 0 for all others. */
const codes = new Uint8Array(256);

for (const [index, letter] of [..."abcdefghijklmnopqrstuvwxyz"].entries()) {
  for (const sign of [letter, letter.toUpperCase()]) set(sign, glue, index + 1);
}
for (const [index, digit] of [..."0123456789"].entries()) set(digit, glue, index + 27);
set("-", glue, 37);
set("_", glue, 38);
set(".", joint, 39);
for (const sign of ":/@") set(sign, joint, 0);
for (const sign of "\\%") set(sign, byteKinds.escape, 0);
set("\n", line, 0);

function set(sign: string, kind: number, code: number): void {
  kinds[sign.charCodeAt(0)] = kind;
  codes[sign.charCodeAt(0)] = code;
}

export const kindOfByte: Readonly<Uint8Array> = kinds;

const base = 40;
export const gramCount = base ** 3;

/** A number for the first three signs of a word; a word that ends before has zeros behind its end. */
export function gramAt(bytes: Uint8Array, at: number): number {
  const first = codes[bytes[at] ?? 0] ?? 0;
  const second = codes[bytes[at + 1] ?? 0] ?? 0;
  const third = second === 0 ? 0 : (codes[bytes[at + 2] ?? 0] ?? 0);
  return (first * base + second) * base + third;
}

/** The same for a text. */
export function gramOf(text: string): number {
  return gramAt(Uint8Array.from(text.slice(0, 3), asByte), 0);
}

function asByte(sign: string): number {
  return sign.charCodeAt(0) & 0xff;
}

export function isPartOfName(byte: number | undefined): boolean {
  const kind = kinds[byte ?? 0];
  return kind === glue || kind === joint;
}

export function isHex(byte: number | undefined): boolean {
  return byte !== undefined && /[0-9a-f]/i.test(String.fromCharCode(byte));
}
