import type { Span, Target, Tone } from "./document.ts";

/** A name, and the page of what bears it. */
export interface NamedTarget {
  readonly name: string;
  readonly to: Target;
}

/** A text that leads to a page. */
export function linkTo(to: Target, text: string, tone?: Tone): Span {
  return tone === undefined ? { text, to } : { text, to, tone };
}

/**
 * A sentence in which the first mention of each name leads to its page. A name that goes on (`GPT-4`
 * in `GPT-4.1`), and one within an address or an id, is another name.
 */
export function linked(text: string, names: readonly NamedTarget[], tone?: Tone): readonly Span[] {
  const toned = (words: string): Span =>
    tone === undefined ? { text: words } : { text: words, tone };
  const places = names
    .flatMap(({ name, to }) => {
      const at = placeOf(name, text);
      return at === undefined ? [] : [{ at, end: at + name.length, to }];
    })
    .sort((a, b) => a.at - b.at || b.end - a.end);
  const spans: Span[] = [];
  let done = 0;
  for (const { at, end, to } of places) {
    if (at < done) continue;
    if (at > done) spans.push(toned(text.slice(done, at)));
    spans.push({ ...toned(text.slice(at, end)), to });
    done = end;
  }
  return done < text.length || spans.length === 0 ? [...spans, toned(text.slice(done))] : spans;
}

const goesOn = /^(?:[\p{L}\p{N}_/@]|[.:-][\p{L}\p{N}])/u;
const beganBefore = /[\p{L}\p{N}_/@:.-]$/u;

function placeOf(name: string, text: string): number | undefined {
  if (name === "") return undefined;
  for (let at = text.indexOf(name); at >= 0; at = text.indexOf(name, at + 1)) {
    const isWhole =
      !beganBefore.test(text.slice(0, at)) && !goesOn.test(text.slice(at + name.length));
    if (isWhole) return at;
  }
  return undefined;
}
