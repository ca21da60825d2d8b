/** A value as JSON, a line at its end: no sign in it acts on a terminal or turns the reading order. */
export function jsonText(value: unknown): string {
  const text = JSON.stringify(value, null, 2).replace(/(?!\n)[\p{Cc}\p{Cf}]/gu, escaped);
  return `${text}\n`;
}

function escaped(sign: string): string {
  return [...Array(sign.length).keys()]
    .map((index) => `\\u${sign.charCodeAt(index).toString(16).padStart(4, "0")}`)
    .join("");
}
