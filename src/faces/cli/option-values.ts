export const trafficHelp = "a month of use: in=800M,out=250M,cached=60%, or as JSON";

/** JSON is read here; anything else is the short form, which the operation reads. */
export function trafficOf(text: string): unknown {
  return text.trimStart().startsWith("{") ? jsonOf(text) : text;
}

/** Short words of `--price`, as fields of a list price. */
const priceFields: Readonly<Record<string, string>> = {
  in: "inputUsdPerMtok",
  out: "outputUsdPerMtok",
  cached: "cacheReadUsdPerMtok",
  "cache-write": "cacheWriteUsdPerMtok",
  reasoning: "reasoningUsdPerMtok",
  batch: "batchFactor",
  flex: "flexFactor",
  priority: "priorityFactor",
  audio: "audioInputUsdPerMtok",
  request: "requestUsd",
  search: "webSearchUsd",
  fee: "standingFeeUsd",
  credit: "freeCreditUsd",
  minimum: "minimumUsd",
};

export const priceHelp = `USD a million tokens: ${Object.keys(priceFields).join("=, ")}=, or as JSON`;

/** `in=2,out=8` or JSON. Amounts stay text, so that no digit is lost. */
export function priceOf(text: string): unknown {
  if (text.trimStart().startsWith("{")) return jsonOf(text);
  const pairs = text.split(",").map((pair) => pair.split("="));
  if (pairs.some((pair) => pair.length !== 2)) return text;
  return Object.fromEntries(
    pairs.map(([word = "", amount = ""]) => [
      priceFields[word.trim()] ?? word.trim(),
      amount.trim(),
    ]),
  );
}

/** The number a text spells, else the text as it is, so that the operation can say what is wrong. */
export function numberOf(text: string): number | string {
  const trimmed = text.trim();
  return /^[-+]?(\d+\.?\d*|\.\d+)(e[-+]?\d+)?$/i.test(trimmed) ? Number(trimmed) : trimmed;
}

/** `0.9`, or `openai/gpt-4.1=0.9,gpt-4o=0.8`: one share for all, or one for each by its name. */
export function successRateOf(text: string): unknown {
  if (!text.includes("=")) return numberOf(text);
  return Object.fromEntries(
    text.split(",").map((pair) => {
      const at = pair.lastIndexOf("=");
      return [pair.slice(0, Math.max(0, at)).trim(), numberOf(pair.slice(at + 1))];
    }),
  );
}

/** `EUR=0.86@2026-11-20`: how many of it a US dollar is, on a day. */
export function currencyOf(text: string): unknown {
  const match = /^([^=]+)=([^@]+)@(.+)$/.exec(text.trim());
  if (match === null) return text;
  const [, code = "", perUsd = "", day = ""] = match;
  return { code, perUsd: numberOf(perUsd), day };
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return text;
  }
}

/** Short words of `--owned`, as fields of hardware of one's own. */
const ownedFields: Readonly<Record<string, string>> = {
  price: "priceUsd",
  kwh: "usdPerKwh",
};

/** `price=9000,months=36,watts=600,kwh=0.3` or JSON. */
export function ownedOf(text: string): unknown {
  if (text.trimStart().startsWith("{")) return jsonOf(text);
  const pairs = text.split(",").map((pair) => pair.split("="));
  if (pairs.some((pair) => pair.length !== 2)) return text;
  return Object.fromEntries(
    pairs.map(([word = "", amount = ""]) => [
      ownedFields[word.trim()] ?? word.trim(),
      numberOf(amount),
    ]),
  );
}
