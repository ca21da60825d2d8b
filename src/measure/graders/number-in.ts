const written =
  /[-+−]?(?:\d{1,3}(?:,\d{3})+(?!\d)|\d+)(?:\.\d+)?(?:[eE][-+]?\d{1,3})?|[-+−]?\.\d+/g;

/**
 * A number in a text: thousands may be set off with commas, the minus may be a typographic one, a
 * percent sign or a unit after it does not count. Undefined where there is none, or where only one
 * is looked for and there are more.
 */
export function numberIn(text: string, take: "first" | "last" | "only"): number | undefined {
  let found: string | undefined;
  let count = 0;
  for (const [match] of text.matchAll(written)) {
    found = match;
    count++;
    if (take === "first") break;
  }
  if (found === undefined || (take === "only" && count > 1)) return undefined;
  const value = Number(found.replaceAll(",", "").replace("−", "-"));
  return Number.isFinite(value) ? value : undefined;
}
