import { canonicalJson } from "../canonical-json.ts";
import { excerpt, type GraderRule, saidOf } from "./grader-rule.ts";
import { jsonIn } from "./json-in.ts";

/** The value at a path within the JSON of an answer is the expected one. */
export const jsonPath: GraderRule<"json-path"> = {
  version: "1",
  grade: ({ path, where }, { answer, expected }) => {
    const steps = stepsOf(path);
    if (steps === undefined)
      throw new Error(`${path} is no path such as $.total or $.rows[0].name`);
    const json = jsonIn(answer.text, where);
    if (!json.ok) return saidOf(false, json.because);
    const found = valueAt(json.value, steps);
    if (found === undefined) return saidOf(false, `nothing is at ${path}`);
    const isPass = canonicalJson(found) === canonicalJson(expected);
    return saidOf(isPass, `${excerpt(canonicalJson(found))} is at ${path}`);
  },
};

const step = /\.([\p{L}_][\p{L}\p{N}_-]*)|\[(\d{1,9})\]|\['([^']*)'\]|\["([^"]*)"\]/uy;

/** The names and numbers of a path such as `$.rows[0]['first name']`; undefined where it is none. */
export function stepsOf(path: string): readonly string[] | undefined {
  const steps: string[] = [];
  const whole = path.startsWith("$") ? path.slice(1) : /^[.[]/.test(path) ? path : `.${path}`;
  step.lastIndex = 0;
  while (step.lastIndex < whole.length) {
    const found = step.exec(whole);
    if (found === null) return undefined;
    steps.push(found[1] ?? found[2] ?? found[3] ?? found[4] ?? "");
  }
  return steps;
}

function valueAt(value: unknown, steps: readonly string[]): unknown {
  let at = value;
  for (const name of steps) {
    if (typeof at !== "object" || at === null || !Object.hasOwn(at, name)) return undefined;
    at = new Map<string, unknown>(Object.entries(at)).get(name);
  }
  return at;
}
