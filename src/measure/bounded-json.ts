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

/**
 * Where what begins at a place ends: after the bracket that closes the first one. -1 where none
 * does, or where it goes too deep.
 */
export function endOfJson(text: string, start: number): number {
  return walk(text, start, true);
}

const tooDeep = -2;

function isTooDeep(text: string): boolean {
  return walk(text, 0, false) === tooDeep;
}

/** Sign by sign, since a pattern would begin anew at each quote that is never closed. */
function walk(text: string, start: number, stopsAtClose: boolean): number {
  let level = 0;
  let isQuoted = false;
  for (let index = start; index < text.length; index++) {
    const sign = text[index];
    if (isQuoted) {
      if (sign === "\\") index++;
      else if (sign === '"') isQuoted = false;
    } else if (sign === '"') isQuoted = true;
    else if (sign === "[" || sign === "{") {
      level++;
      if (level > mostLevels) return tooDeep;
    } else if (sign === "]" || sign === "}") {
      level--;
      if (stopsAtClose && level === 0) return index + 1;
    }
  }
  return -1;
}
