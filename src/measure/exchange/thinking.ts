const opening = "<think>";
const closing = "</think>";

/**
 * Takes apart what a model wrote into its answer: servers without a parser leave reasoning between
 * `<think>` tags at the beginning, some swallow the first tag, and a limit may cut the last one off.
 */
export function splitThinking(text: string): {
  readonly text: string;
  readonly reasoning: string;
} {
  const trimmed = text.trimStart();
  const isOpened = trimmed.startsWith(opening);
  const end = trimmed.indexOf(closing);
  if (!isOpened && !isSwallowed(trimmed, end)) return { text, reasoning: "" };
  const from = isOpened ? opening.length : 0;
  if (end === -1) return { text: "", reasoning: trimmed.slice(from).trim() };
  return {
    text: trimmed.slice(end + closing.length).trimStart(),
    reasoning: trimmed.slice(from, end).trim(),
  };
}

/** The tag alone on its line, once: text that speaks of the tag is left as it is. */
function isSwallowed(text: string, end: number): boolean {
  if (end === -1 || text.includes(opening)) return false;
  const after = text.slice(end + closing.length);
  return !after.includes(closing) && (after === "" || after.startsWith("\n"));
}
