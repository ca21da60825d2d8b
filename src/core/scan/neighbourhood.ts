interface Span {
  readonly from: number;
  readonly to: number;
  readonly lineStart: number;
}

/** How far back on a line the word `model` is looked for. */
const reach = 200;
const quotes = new Set([..."\"'`"].map((sign) => sign.charCodeAt(0)));
const backslash = 0x5c;

/**
 * Whether a short name stands as a value: in quotes, or alone behind `=`, `:` or a dash of a list;
 * and whether the line speaks of a model before it.
 */
export function isValueOfModel(bytes: Uint8Array, span: Span): "no" | "value" | "of-model" {
  const { from, to, lineStart } = span;
  const ahead = textOf(bytes, Math.max(lineStart, from - reach), from);
  const isQuoted = quotes.has(bytes[from - 1] ?? 0) && endsQuoted(bytes, to);
  if (!isQuoted && !isBareValue(ahead, textOf(bytes, to, to + 2))) return "no";
  return /model|engine|deployment|llm/i.test(ahead) ? "of-model" : "value";
}

function endsQuoted(bytes: Uint8Array, to: number): boolean {
  const end = bytes[to] === backslash ? to + 1 : to;
  return quotes.has(bytes[end] ?? 0);
}

/** `model: o3`, `MODEL=o3`, `- o3`, with nothing behind but the end of the line or a remark. */
function isBareValue(ahead: string, behind: string): boolean {
  return /(?:^\s*-\s+|[\w-]\s*[:=]\s*)$/.test(ahead) && /^(?:$|\r?\n|\r$|\s#|\s$)/.test(behind);
}

function textOf(bytes: Uint8Array, from: number, to: number): string {
  return String.fromCharCode(...bytes.subarray(from, Math.min(to, bytes.length)));
}
