/** Kinds of tokens, by the numbers that GGUF gives them. */
const kinds = { normal: 1, unknown: 2, control: 3, own: 4, byte: 6 } as const;

export interface Token {
  readonly text: string;
  /** The higher, the earlier it is put together from its parts. */
  readonly score: number;
  readonly kind: number;
}

const words =
  "the of and to in is it you that he was for on are with as his they at be this from have or by one had not but what all were when we there can an your which their said if do will each about how up out them then she many some so these would other into has more her two like him see time could no make than first been its who now people my over did down only way find use may water long little very after words called just where most know";

/** SentencePiece's mark of a blank before a word. */
const blank = "\u2581";

/** How a call of a tool begins. */
export const toolCall = '<tool_call>\n{"name": "';

/** What a tiny model reads and writes: marks of a conversation, bytes, letters, and a hundred words. */
export const vocabulary: readonly Token[] = [
  { text: "<unk>", score: 0, kind: kinds.unknown },
  ...["<s>", "</s>", "<|im_start|>", "<|im_end|>"].map((mark) => tokenOf(mark, kinds.control)),
  ...["<tool_call>", "</tool_call>", "<think>", "</think>", toolCall].map((mark) =>
    tokenOf(mark, kinds.own),
  ),
  ...Array.from({ length: 256 }, (_, byte) => tokenOf(byteName(byte), kinds.byte)),
  ...[...new Set([...letters(), blank, ...words.split(" ").flatMap(beginnings)])].map(
    (text, place) => ({ text, score: -1 - place, kind: kinds.normal }),
  ),
];

export const lineBreak = byteName(10);

/** Whether it is a word or the beginning of one. */
export function isWordLike({ text }: Token): boolean {
  return text.startsWith(blank) && text !== blank;
}

export function placeOf(text: string): number {
  return vocabulary.findIndex((token) => token.text === text);
}

export function wordToken(word: string): string {
  return `${blank}${word}`;
}

function tokenOf(text: string, kind: number): Token {
  return { text, score: 0, kind };
}

function byteName(byte: number): string {
  return `<0x${byte.toString(16).toUpperCase().padStart(2, "0")}>`;
}

function letters(): readonly string[] {
  return Array.from({ length: 94 }, (_, at) => String.fromCharCode(33 + at));
}

/** Neighbours are put together two by two: a word is reached only where each beginning of it is there. */
function beginnings(word: string): readonly string[] {
  return Array.from(word, (_, at) => wordToken(word.slice(0, at + 1)));
}
