import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { flagIn, type Parameters } from "./fields-of.ts";
import { commonFormats, mediaTypeOf, type View } from "./formats.ts";

/** Parameters that say how to print, beside those of the input. */
export const viewNames = ["format", "brief", "sources"] as const;

/** How an answer is asked to be printed: by name, else by a media type that is accepted, else JSON. */
export function viewOf(
  parameters: Parameters,
  ownFormats: readonly string[],
  accept: (mediaTypes: readonly string[]) => string | undefined,
): Outcome<View> {
  const formats = [...commonFormats, ...ownFormats];
  const [named, ...others] = parameters.get("format") ?? [];
  if (named !== undefined && (others.length > 0 || !formats.includes(named))) {
    return { ok: false, problem: wrong("format", `one of ${formats.join(", ")}`) };
  }
  const brief = flagOf(parameters, "brief");
  if (!brief.ok) return brief;
  const withSources = flagOf(parameters, "sources");
  if (!withSources.ok) return withSources;
  const accepted = accept([...new Set(formats.map(mediaTypeOf))]);
  const format = named ?? formats.find((each) => mediaTypeOf(each) === accepted) ?? "json";
  return { ok: true, value: { format, brief: brief.value, withSources: withSources.value } };
}

function flagOf(parameters: Parameters, name: string): Outcome<boolean> {
  const [text, ...others] = parameters.get(name) ?? [];
  if (text === undefined) return { ok: true, value: false };
  const flag = others.length > 0 ? undefined : flagIn(text);
  if (flag === undefined) return { ok: false, problem: wrong(name, "true or false") };
  return { ok: true, value: flag };
}

function wrong(where: string, expected: string): Problem {
  return { code: "invalid-input", where, expected: `Expected ${expected}` };
}
