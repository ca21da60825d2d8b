/**
 * The same text for equal values, whatever the order their fields were written in. Fields without a
 * value are left out, as JSON does; what JSON has no form for throws.
 */
export function canonicalJson(value: unknown): string {
  if (typeof value === "number" && !Number.isFinite(value)) {
    throw new Error(`JSON has no form for ${value}`);
  }
  if (typeof value !== "object" || value === null) {
    const text = JSON.stringify(value);
    if (text === undefined) throw new Error(`JSON has no form for a ${typeof value}`);
    return text;
  }
  if (Array.isArray(value)) return `[${value.map(canonicalJson).join(",")}]`;
  const fields = Object.entries(value)
    .filter(([, each]) => each !== undefined)
    .sort(([a], [b]) => (a < b ? -1 : 1))
    .map(([name, each]) => `${JSON.stringify(name)}:${canonicalJson(each)}`);
  return `{${fields.join(",")}}`;
}
