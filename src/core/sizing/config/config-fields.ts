import type { Problem } from "../../problems/problem.ts";

/** Fields of a foreign configuration, each looked at before it is used; what is wrong is gathered. */
export interface ConfigFields {
  /** A whole number above 0; undefined where none of the names is there, or there is none of it. */
  readonly count: (...names: readonly string[]) => number | undefined;
  readonly flag: (name: string) => boolean | undefined;
  readonly text: (name: string) => string | undefined;
  /** Words of a list, such as a kind for each layer. */
  readonly words: (name: string) => readonly string[] | undefined;
  /** The fields of what is nested there. */
  readonly within: (...names: readonly string[]) => ConfigFields | undefined;
  /** Whether something stands there that is neither nothing nor none. */
  readonly has: (name: string) => boolean;
  readonly slips: readonly Problem[];
}

/** Larger than any model; what is above cannot be meant. */
const countAtMost = 1e9;
const layersAtMost = 10_000;
const layerFields: readonly string[] = ["num_hidden_layers", "n_layer", "num_layers"];
const wordsAtMost = 10_000;
const wordLengthAtMost = 100;

/** Opens the fields of an object; `file` and `path` name them in problems. */
export function configFields(
  object: Readonly<Record<string, unknown>>,
  { file, path = [] }: { readonly file: string; readonly path?: readonly string[] },
): ConfigFields {
  const own: Problem[] = [];
  const nested: ConfigFields[] = [];
  const stated = (name: string): unknown =>
    Object.hasOwn(object, name) ? (object[name] ?? undefined) : undefined;
  const slip = (name: string, found: unknown, expected: string): undefined => {
    const field = [...path, name].join(".");
    own.push({ code: "file-invalid", file, field, found: excerpt(found), expected });
    return undefined;
  };
  return {
    has: (name) => stated(name) !== undefined && stated(name) !== 0,
    count: (...names) => {
      const name = names.find((each) => stated(each) !== undefined && stated(each) !== 0);
      if (name === undefined) return undefined;
      const value = stated(name);
      const atMost = layerFields.includes(name) ? layersAtMost : countAtMost;
      if (typeof value === "number" && Number.isInteger(value) && value > 0 && value <= atMost) {
        return value;
      }
      return slip(name, value, `a whole number from 1 to ${atMost}`);
    },
    flag: (name) => {
      const value = stated(name);
      if (value === undefined || typeof value === "boolean") return value;
      return slip(name, value, "true or false");
    },
    text: (name) => {
      const value = stated(name);
      if (value === undefined) return undefined;
      if (typeof value === "string" && value.length <= wordLengthAtMost) return value;
      return slip(name, value, "a short text");
    },
    words: (name) => {
      const value = stated(name);
      if (value === undefined) return undefined;
      if (!Array.isArray(value) || value.length > wordsAtMost) {
        return slip(name, value, `a list of at most ${wordsAtMost} words`);
      }
      const words = value.filter((each) => typeof each === "string");
      return words.length === value.length ? words : slip(name, value, "a list of words");
    },
    within: (...names) => {
      const name = names.find((each) => isObject(stated(each)));
      const value = name === undefined ? undefined : stated(name);
      if (name === undefined || !isObject(value)) return undefined;
      const fields = configFields(value, { file, path: [...path, name] });
      nested.push(fields);
      return fields;
    },
    get slips() {
      return [...own, ...nested.flatMap(({ slips }) => slips)];
    },
  };
}

export function isObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

function excerpt(value: unknown): string {
  if (Array.isArray(value)) return "a list";
  if (typeof value === "object") return "an object";
  const text = typeof value === "string" ? `"${value}"` : String(value);
  return text.length > 40 ? `${text.slice(0, 39)}…` : text;
}
