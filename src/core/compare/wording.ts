import type { Source } from "../evidence/source.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { CitedText } from "../verdict/verdict.ts";
import type { Candidate } from "./candidate.ts";

/** A sentence with what stands behind it. */
export interface SourcedText {
  readonly text: string;
  readonly sources: readonly Source[];
}

export function citedText(book: SourceBook, { text, sources }: SourcedText): CitedText {
  return { text, sources: book.cite(sources) };
}

/** `1 route`, `3 routes`, `no routes`. */
export function counted(count: number, noun: string): string {
  if (count === 1) return `1 ${noun}`;
  return `${count === 0 ? "no" : count} ${noun}s`;
}

/** `Tool calls` inside a sentence: `tool calls`; `PDF input` keeps its capitals. */
export function lowerFirst(label: string): string {
  const second = label.charAt(1);
  if (second !== second.toLowerCase()) return label;
  return label.charAt(0).toLowerCase() + label.slice(1);
}

/** `a`, `a and b`, `a, b and c`. */
export function listed(words: readonly string[]): string {
  if (words.length < 2) return words.join("");
  return `${words.slice(0, -1).join(", ")} and ${words.at(-1)}`;
}

export function nameOf(candidate: Candidate): string {
  return candidate.dossier.entry.name;
}

export function idOf(candidate: Candidate): string {
  return candidate.dossier.entry.id;
}
