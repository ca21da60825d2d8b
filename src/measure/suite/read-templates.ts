import type { Outcome } from "../../core/problems/problem.ts";
import { allOf, type Place, refusedAt, shaped, within } from "./place.ts";
import { type PlacedPrompt, type PromptTerms, promptOf } from "./prompt-of.ts";
import { PromptInput, RowInput } from "./prompt-schema.ts";
import { readRecords } from "./read-records.ts";
import type { SuiteInput } from "./suite-schema.ts";
import { combinationsOf, fillTemplate, fillWithin, type Variables } from "./template.ts";

export const mostPrompts = 100_000;
const mostCharacters = 256 * 1024 * 1024;

/** One filling of the templates, and where its values are written. */
interface Row {
  readonly id: string;
  readonly values: Variables;
  readonly expected?: unknown;
  readonly cluster?: string;
  readonly place: Place;
}

/** Every template filled with every row. */
export async function readTemplates(
  suite: SuiteInput,
  place: Place,
  terms: PromptTerms,
): Promise<Outcome<readonly PlacedPrompt[]>> {
  const { templates } = suite;
  const given = ["rows", "rowsFile", "variables"].find((name) => Object.hasOwn(suite, name));
  if (templates.length === 0) {
    return given === undefined
      ? { ok: true, value: [] }
      : refusedAt(place, [given], "templates that hold these variables");
  }
  const rows = await rowsOf(suite, place, terms);
  if (!rows.ok) return rows;
  const count = rows.value.length * templates.length;
  if (count > mostPrompts) {
    return refusedAt(place, ["templates"], `at most ${mostPrompts} prompts; these make ${count}`);
  }
  /** Values of rows may end up in names of images. */
  const filledTerms = { ...terms, folder: terms.folder.forData(".") };
  let characters = 0;
  const isRelated = templates.length > 1;
  return allOf(
    templates.flatMap((template, index) => rows.value.map((row) => ({ template, index, row }))),
    async ({ template, index, row }) => {
      const at = within(place, "templates", index);
      const filled = filledTemplate(template, row, { at, isRelated });
      if (!filled.ok) return filled;
      characters += JSON.stringify(filled.value).length;
      if (characters > mostCharacters) {
        return refusedAt(at, [], `at most ${mostCharacters} characters in all prompts`);
      }
      const placed = await promptOf(filled.value, at, filledTerms);
      if (!placed.ok) return placed;
      const variables = Object.fromEntries(row.values);
      return {
        ok: true,
        value: { ...placed.value, prompt: { ...placed.value.prompt, variables } },
      };
    },
  );
}

async function rowsOf(
  { rows, rowsFile, variables = {} }: SuiteInput,
  place: Place,
  { folder }: PromptTerms,
): Promise<Outcome<readonly Row[]>> {
  const lists = Object.entries(variables).map(
    ([name, values]) => [name, values.map(String)] as const,
  );
  const product = lists.reduce((count, [, values]) => count * values.length, 1);
  if (product > mostPrompts) {
    return refusedAt(
      place,
      ["variables"],
      `at most ${mostPrompts} combinations; these are ${product}`,
    );
  }
  const combinations = combinationsOf(lists);
  const inline = (rows ?? []).map((row, index) => ({ row, place: within(place, "rows", index) }));
  const read =
    rowsFile === undefined
      ? undefined
      : await rowsOfFile(rowsFile, within(place, "rowsFile"), folder);
  if (read?.ok === false) return read;
  const stated = [...inline, ...(read?.value ?? [])];
  if (stated.length === 0) {
    return {
      ok: true,
      value: combinations.map((values, index) => ({ id: `${index + 1}`, values, place })),
    };
  }
  if (stated.length * product > mostPrompts) {
    return refusedAt(
      place,
      ["variables"],
      `at most ${mostPrompts} rows with all their combinations`,
    );
  }
  return allOf(
    stated.flatMap((each, index) =>
      combinations.map((values, nth) => ({ ...each, index, values, nth })),
    ),
    ({ row: { id, expected, cluster, ...own }, place: at, index, values, nth }) => {
      const twice = Object.keys(own).find((name) => values.has(name));
      if (twice !== undefined)
        return refusedAt(at, [twice], "a variable that `variables` does not list");
      const name = `${id ?? index + 1}${combinations.length > 1 ? `.${nth + 1}` : ""}`;
      const all = new Map([...values, ...Object.entries(own).map(asText)]);
      return {
        ok: true,
        value: {
          id: name,
          values: all,
          place: at,
          ...(expected === undefined ? {} : { expected }),
          ...(cluster === undefined ? {} : { cluster }),
        },
      };
    },
  );
}

async function rowsOfFile(path: string, named: Place, folder: PromptTerms["folder"]) {
  const records = await readRecords(path, folder, named);
  if (!records.ok) return records;
  return allOf(records.value, ({ value, place }) => {
    const row = shaped(RowInput, value, place);
    return row.ok ? { ok: true, value: { row: row.value, place } } : row;
  });
}

function asText([name, value]: readonly [string, unknown]): readonly [string, string] {
  return [name, String(value)];
}

function filledTemplate(
  { id, cluster, ...template }: PromptInput,
  row: Row,
  { at, isRelated }: { readonly at: Place; readonly isRelated: boolean },
): Outcome<PromptInput> {
  const filled = fillWithin(template, (text) => fillTemplate(text, row.values));
  if (!filled.ok) {
    const names = [...row.values.keys()].slice(0, 20).join(", ");
    const known = names === "" ? "there are none" : `there are ${names}`;
    return refusedAt(at, [], `a value for {{${filled.unknown.slice(0, 100)}}}; ${known}`);
  }
  /** Several templates filled with one row ask about the same thing. */
  const group = row.cluster ?? cluster ?? (isRelated ? `row ${row.id}` : undefined);
  const whole = {
    ...Object(filled.value),
    id: `${id}/${row.id}`,
    ...(row.expected === undefined ? {} : { expected: row.expected }),
    ...(group === undefined ? {} : { cluster: group }),
  };
  return shaped(PromptInput, whole, at);
}
