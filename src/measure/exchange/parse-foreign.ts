/** JSON from outside, or why it is none. */
export type ForeignJson =
  | { readonly ok: true; readonly json: unknown }
  | { readonly ok: false; readonly isCutOff: boolean };

/** Parses without throwing, and tells a text that was cut off from one that is wrong. */
export function parseForeign(text: string): ForeignJson {
  try {
    const json: unknown = JSON.parse(text);
    return { ok: true, json };
  } catch {
    return { ok: false, isCutOff: isCutOff(text) };
  }
}

/** Something that was opened is never closed. */
function isCutOff(text: string): boolean {
  let depth = 0;
  let isQuoted = false;
  for (let at = 0; at < text.length; at++) {
    const sign = text[at];
    if (isQuoted && sign === "\\") at++;
    else if (sign === '"') isQuoted = !isQuoted;
    else if (!isQuoted && (sign === "{" || sign === "[")) depth++;
    else if (!isQuoted && (sign === "}" || sign === "]")) depth--;
  }
  return text.trim() === "" || depth > 0;
}
