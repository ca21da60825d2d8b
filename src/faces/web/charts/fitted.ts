import { cleanText } from "../../../core/report/clean-text.ts";

/** Foreign text as one line of at most so many signs; what is cut off leaves a mark. */
export function fitted(text: string, atMost: number): string {
  const clean = cleanText(text.slice(0, 4 * atMost));
  const signs = [...clean];
  if (signs.length <= atMost && text.length <= 4 * atMost) return clean;
  return `${signs
    .slice(0, atMost - 1)
    .join("")
    .trimEnd()}…`;
}

/** The same, cut in its middle: what tells two tests of one name apart stands at the end. */
export function shortened(text: string, atMost: number): string {
  const signs = [...fitted(text, 2000)];
  if (signs.length <= atMost) return signs.join("");
  const half = Math.floor((atMost - 1) / 2);
  return `${signs
    .slice(0, atMost - 1 - half)
    .join("")
    .trimEnd()}…${signs.slice(-half).join("").trimStart()}`;
}

/** A name in one or two lines, broken between words where it can be. */
export function twoLines(text: string, atMost: number): readonly string[] {
  const clean = fitted(text, 4 * atMost);
  if (clean.length <= atMost) return [clean];
  const space = clean.lastIndexOf(" ", atMost);
  const hyphen = clean.lastIndexOf("-", atMost - 1);
  const end = space > 0 ? space : hyphen > 0 ? hyphen + 1 : atMost;
  return [clean.slice(0, end).trimEnd(), fitted(clean.slice(end).trimStart(), atMost)];
}
