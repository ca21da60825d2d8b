import { isOrdinary } from "./display-width.ts";

/**
 * Text from data is foreign: it may carry terminal escapes, line breaks or marks that reverse the
 * reading order. What is left is one line that prints as it reads.
 */
export function cleanText(text: string): string {
  if (isOrdinary(text)) return text;
  return text.replace(terminalSequences, "").replace(breaks, " ").replace(invisible, "");
}

const bell = String.fromCodePoint(0x07);
const escapeSign = String.fromCodePoint(0x1b);
/** One-character forms of `ESC [`, `ESC ]` and `ESC \`. */
const [csi, osc, terminator] = [0x9b, 0x9d, 0x9c].map((point) => String.fromCodePoint(point));

const terminalSequences = new RegExp(
  [
    `(?:${escapeSign}\\[|${csi})[0-?]*[ -/]*[@-~]`,
    `(?:${escapeSign}\\]|${osc})[^${bell}${escapeSign}${terminator}]*(?:${bell}|${escapeSign}\\\\|${terminator})?`,
    `${escapeSign}[ -~]`,
  ].join("|"),
  "gu",
);

const breaks = /[\t\n\v\f\r\p{Zl}\p{Zp}]+/gu;

/** Controls, format marks (zero width, direction, tags) and halves of surrogate pairs. */
const invisible = /[\p{Cc}\p{Cf}\p{Cs}]/gu;
