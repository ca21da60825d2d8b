import { cleanText } from "./clean-text.ts";

/** Foreign text cut to a size, with its line breaks and nothing else that is no text. */
export function cleanLines(text: string, charsAtMost: number): string {
  /** What is cleaned away may have been most of it: a little more is looked at than is kept. */
  const lines = text.slice(0, 2 * charsAtMost).split(/\r\n|\n|\r/);
  const clean = lines.map(cleanText).join("\n").trim();
  const isCut = clean.length > charsAtMost || text.length > 2 * charsAtMost;
  return isCut ? `${clean.slice(0, charsAtMost).replace(/[\uD800-\uDBFF]$/, "")}…` : clean;
}
