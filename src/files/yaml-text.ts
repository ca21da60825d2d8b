import {
  type Document,
  isMap,
  isNode,
  isScalar,
  Lexer,
  LineCounter,
  Parser,
  parseDocument,
  visit,
} from "yaml";
import type { Outcome, Problem } from "../core/problems/problem.ts";

/** A parsed YAML text that still knows where each value stands. */
export interface YamlText {
  readonly value: unknown;
  /** Line of the value at the path, or of the nearest thing around it. */
  lineOf(path: readonly PropertyKey[]): number;
  /** The characters of a scalar as written, so that no digit of a number is lost. */
  sourceAt(path: readonly PropertyKey[]): string | undefined;
}

/** Enough for anchors written by hand, too few for a text that unfolds into gigabytes. */
const MAX_ALIASES = 100;

/** Deeper than anybody writes; the parser calls itself once a level, and thousands end the process. */
const MAX_DEPTH = 100;

export function parseYamlText(text: string, file: string): Outcome<YamlText> {
  const lines = new LineCounter();
  const tooDeep = tooDeepAt(text);
  if (tooDeep !== undefined) {
    return invalid(file, tooDeep, `more than ${MAX_DEPTH} levels within each other`);
  }
  const document = parseDocument(text, {
    lineCounter: lines,
    version: "1.2",
    schema: "core",
    uniqueKeys: false,
  });
  const [error] = document.errors;
  if (error !== undefined) {
    return invalid(file, lines.linePos(error.pos[0]).line, firstLine(error.message));
  }
  const twice = offsetOfRepeatedKey(document);
  if (twice !== undefined)
    return invalid(file, lines.linePos(twice).line, "Map keys must be unique");
  const value = unfolded(document);
  if (!value.ok) return invalid(file, 1, value.because);
  return {
    ok: true,
    value: {
      value: value.value,
      lineOf: (path) => lines.linePos(offsetAt(document, path)).line,
      sourceAt: (path) => {
        const node = document.getIn(path, true);
        return isScalar(node) && typeof node.source === "string" ? node.source : undefined;
      },
    },
  };
}

/** The line on which a text goes too deep. */
function tooDeepAt(text: string): number | undefined {
  let line = 1;
  const parser = new Parser(() => {
    line++;
  });
  for (const lexeme of new Lexer().lex(text)) {
    /** What is closed is given back, which nobody needs here. */
    for (const _ of parser.next(lexeme));
    if (parser.stack.length > MAX_DEPTH) return line;
  }
  return undefined;
}

/** Looked for here, since the parser compares each key of a map with every other. */
function offsetOfRepeatedKey(document: Document): number | undefined {
  let offset: number | undefined;
  visit(document, {
    Map: (_, map) => {
      const seen = new Set<unknown>();
      for (const { key } of map.items) {
        if (!isScalar(key)) continue;
        if (seen.has(key.value)) {
          offset = key.range?.[0] ?? 0;
          return visit.BREAK;
        }
        seen.add(key.value);
      }
      return undefined;
    },
  });
  return offset;
}

function unfolded(
  document: Document,
): { readonly ok: true; readonly value: unknown } | { readonly ok: false; because: string } {
  try {
    const value: unknown = document.toJS({ maxAliasCount: MAX_ALIASES });
    return isCircular(value)
      ? { ok: false, because: "an alias that stands within its own anchor" }
      : { ok: true, value };
  } catch (cause) {
    return {
      ok: false,
      because: cause instanceof Error ? firstLine(cause.message) : String(cause),
    };
  }
}

function isCircular(value: unknown, around: readonly unknown[] = []): boolean {
  if (typeof value !== "object" || value === null) return false;
  if (around.includes(value)) return true;
  const within = [...around, value];
  return Object.values(value).some((each) => isCircular(each, within));
}

/** A field nobody knows has no value to point at, so its key is looked up first. */
function offsetAt(document: Document, path: readonly PropertyKey[]): number {
  const key = keyOffset(document, path);
  if (key !== undefined) return key;
  for (let length = path.length; length >= 0; length--) {
    const part = path.slice(0, length);
    const node = part.length === 0 ? document.contents : document.getIn(part, true);
    if (isNode(node) && node.range) return node.range[0];
  }
  return 0;
}

function keyOffset(document: Document, path: readonly PropertyKey[]): number | undefined {
  if (path.length === 0) return undefined;
  const parents = path.slice(0, -1);
  const parent = parents.length === 0 ? document.contents : document.getIn(parents, true);
  if (!isMap(parent)) return undefined;
  const pair = parent.items.find(
    ({ key }) => isScalar(key) && String(key.value) === String(path.at(-1)),
  );
  return isScalar(pair?.key) && pair.key.range ? pair.key.range[0] : undefined;
}

function invalid(file: string, line: number, because: string): { ok: false; problem: Problem } {
  return {
    ok: false,
    problem: { code: "file-invalid", file, line, found: because, expected: "well-formed YAML" },
  };
}

function firstLine(message: string): string {
  return (message.split("\n")[0] ?? message).replace(/ at line \d+, column \d+:?$/, "");
}
