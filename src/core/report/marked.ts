import type { Line, Span } from "./document.ts";

/**
 * Behind a figure the mark that opens its sources. In tables sources are printed as ids, and only
 * when they are asked for.
 */
export function marked(
  line: Line,
  sources: readonly string[],
  { withSources }: { readonly withSources: boolean },
  lines: readonly string[] = [],
): Line {
  if (sources.length === 0 && lines.length === 0) return line;
  const spans: readonly Span[] = typeof line === "string" ? [{ text: line }] : line;
  const text = withSources && sources.length > 0 ? ` [${sources.join(", ")}]` : "";
  const mark = lines.length === 0 ? { sources } : { sources, lines };
  return [...spans, { text, tone: "dim", mark }];
}

/** The same where sources are told elsewhere: no face without pages shows a sign of it. */
export function opening(
  line: Line,
  sources: readonly string[],
  lines: readonly string[] = [],
): Line {
  return marked(line, sources, { withSources: false }, lines);
}
