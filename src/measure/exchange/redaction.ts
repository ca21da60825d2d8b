import { cleanText } from "../../core/report/clean-text.ts";

/** What stands where a secret stood. */
const placeholder = "[key]";
/** Shorter ones are stand-ins for local servers ("none"), and words of ordinary answers. */
const shortestSecret = 8;
const longestMessage = 500;
const longestRead = 4000;

/** Takes secrets out of whatever an endpoint sends back. */
export interface Redaction {
  readonly text: (text: string) => string;
  readonly bytes: (bytes: Buffer) => Buffer;
  /** One short line that is safe to print. */
  readonly message: (text: string) => string;
}

/** Knows the secrets as they are, and as headers, addresses and JSON write them. */
export function redactionOf(secrets: readonly string[]): Redaction {
  const forms = [
    ...new Set(secrets.filter(({ length }) => length >= shortestSecret).flatMap(formsOf)),
  ];
  const needles = forms.flatMap((form) => [
    Buffer.from(form, "utf8"),
    Buffer.from(form, "utf16le"),
    Buffer.from(form, "utf16le").swap16(),
  ]);
  const text = (given: string) =>
    forms.reduce((left, form) => left.replaceAll(form, placeholder), given);
  return {
    text,
    bytes: (given) => needles.reduce(withoutNeedle, given),
    message: (given) => {
      const read = text(given.slice(0, 2 * longestRead)).slice(0, longestRead);
      const line = cleanText(read.replace(tags, " "));
      return text(line).replace(/ {2,}/g, " ").trim().slice(0, longestMessage);
    },
  };
}

const tags = /<[^<>]*>/g;

function formsOf(secret: string): readonly string[] {
  return [
    secret,
    encodeURIComponent(secret),
    JSON.stringify(secret).slice(1, -1),
    Buffer.from(secret).toString("base64"),
  ];
}

function withoutNeedle(bytes: Buffer, needle: Buffer): Buffer {
  const parts: Buffer[] = [];
  let from = 0;
  for (let at = bytes.indexOf(needle); at !== -1; at = bytes.indexOf(needle, from)) {
    parts.push(bytes.subarray(from, at), Buffer.from(placeholder));
    from = at + needle.length;
  }
  return parts.length === 0 ? bytes : Buffer.concat([...parts, bytes.subarray(from)]);
}
