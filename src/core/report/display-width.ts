/** Terminal columns a text takes: wide East Asian and emoji signs take two, combining marks none. */
export function displayWidth(text: string): number {
  if (isOrdinary(text)) return text.length;
  let width = 0;
  for (const sign of text) width += signWidth(sign);
  return width;
}

/** Letters, figures and signs of western text: each is visible and takes one column. */
export function isOrdinary(text: string): boolean {
  return ordinary.test(text);
}

/** Left out within the ranges: what is invisible, turns the reading order, or is drawn wide. */
const ordinary =
  /^[ -~\u00a1-\u00ac\u00ae-\u02ff\u0370-\u0482\u048a-\u052f\u2010-\u2027\u2030-\u205e\u20a0-\u20bf\u2190-\u22ff]*$/;
const combining = /^[\p{Mn}\p{Me}]$/u;
const pictograph = /^\p{Emoji_Presentation}$/u;

/** First and last code point of the blocks that Unicode calls wide (UAX #11, W and F). */
const wideRanges = [
  [0x1100, 0x115f],
  [0x2e80, 0x303e],
  [0x3041, 0x33ff],
  [0x3400, 0x4dbf],
  [0x4e00, 0x9fff],
  [0xa000, 0xa4cf],
  [0xa960, 0xa97f],
  [0xac00, 0xd7a3],
  [0xf900, 0xfaff],
  [0xfe30, 0xfe6f],
  [0xff01, 0xff60],
  [0xffe0, 0xffe6],
  [0x1b000, 0x1b2ff],
  [0x20000, 0x3fffd],
] as const;

export function signWidth(sign: string): 0 | 1 | 2 {
  const point = sign.codePointAt(0) ?? 0;
  if (point < 0x300) return 1;
  if (combining.test(sign)) return 0;
  const isWide = wideRanges.some(([first, last]) => point >= first && point <= last);
  return isWide || pictograph.test(sign) ? 2 : 1;
}
