/** Deeper than data goes; what walks a value calls itself once a level. */
const mostLevels = 100;

export type ReadJson =
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly because: string };

/** JSON from a stranger: nested no deeper than any reader of it can follow. */
export function parseBoundedJson(text: string): ReadJson {
  if (isTooDeep(text)) return { ok: false, because: `it is nested more than ${mostLevels} levels` };
  try {
    const value: unknown = JSON.parse(text);
    return { ok: true, value };
  } catch {
    return { ok: false, because: "it is no JSON" };
  }
}

function isTooDeep(text: string): boolean {
  let level = 0;
  for (const [sign] of text.matchAll(/"(?:[^"\\]|\\.)*"|[[\]{}]/gs)) {
    if (sign === "[" || sign === "{") level++;
    else if (sign === "]" || sign === "}") level--;
    if (level > mostLevels) return true;
  }
  return false;
}
