import { cleanText } from "./clean-text.ts";

const escapes: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  '"': "&quot;",
  "'": "&apos;",
};

/** One line that any XML parser reads back: no sign of markup, none that XML 1.0 forbids. */
export function xmlText(text: string): string {
  return cleanText(text)
    .replace(forbidden, "")
    .replace(/[&<>"']/g, (sign) => escapes[sign] ?? "");
}

/** The two code points XML 1.0 leaves out above the surrogates; controls and halves are gone before. */
const forbidden = new RegExp(
  `[${String.fromCodePoint(0xfffe)}${String.fromCodePoint(0xffff)}]`,
  "g",
);
