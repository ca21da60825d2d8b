/** Short words of the `--traffic` option, as fields of a traffic profile. */
const fields: Readonly<Record<string, string>> = {
  in: "inputTokens",
  out: "outputTokens",
  cached: "cachedInputTokens",
  written: "cacheWriteTokens",
  reasoning: "reasoningTokens",
  requests: "requests",
  batch: "batchShare",
};

export const trafficHelp = `a month: ${Object.keys(fields).join("=, ")}=, or JSON`;

/**
 * `in=800M,out=250M,requests=1.2k` or the JSON of a traffic profile. Only the words are looked at
 * here; the operation reads the numbers, and refuses what it does not know.
 */
export function trafficOf(text: string): unknown {
  if (text.trimStart().startsWith("{")) return jsonOf(text);
  const pairs = text.split(",").map((pair) => pair.split("="));
  if (pairs.some((pair) => pair.length !== 2)) return text;
  return Object.fromEntries(
    pairs.map(([word = "", value = ""]) => [fields[word.trim()] ?? word.trim(), numberOf(value)]),
  );
}

/** The number a text spells, else the text as it is, so that the operation can say what is wrong. */
export function numberOf(text: string): number | string {
  const trimmed = text.trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}
