/** Values by the name of the variable. */
export type Variables = ReadonlyMap<string, string>;

export type Filled =
  | { readonly ok: true; readonly text: string }
  /** A name that has no value, or what is written in place of a name. */
  | { readonly ok: false; readonly unknown: string };

const placeholder = /\\\{\{|\{\{([^{}\n]{0,200})\}\}/g;

/**
 * A text with each `{{name}}` replaced by its value. A value is put in as it is: nothing within it is
 * filled again, nothing is computed. `\{{` stands for two braces.
 */
export function fillTemplate(template: string, variables: Variables): Filled {
  let unknown: string | undefined;
  const text = template.replace(placeholder, (whole, inner?: string) => {
    if (inner === undefined) return "{{";
    const value = variables.get(inner.trim());
    if (value === undefined) unknown ??= inner.trim();
    return value ?? whole;
  });
  return unknown === undefined ? { ok: true, text } : { ok: false, unknown };
}

/** Fills every text within a value; keys stay as they are. */
export function fillWithin(
  value: unknown,
  fill: (text: string) => Filled,
):
  | { readonly ok: true; readonly value: unknown }
  | { readonly ok: false; readonly unknown: string } {
  if (typeof value === "string") {
    const filled = fill(value);
    return filled.ok ? { ok: true, value: filled.text } : filled;
  }
  if (typeof value !== "object" || value === null) return { ok: true, value };
  const entries: (readonly [string, unknown])[] = [];
  for (const [key, each] of Object.entries(value)) {
    const filled = fillWithin(each, fill);
    if (!filled.ok) return filled;
    entries.push([key, filled.value]);
  }
  const filled = Array.isArray(value)
    ? entries.map(([, each]) => each)
    : Object.fromEntries(entries);
  return { ok: true, value: filled };
}

/** Every combination of the values, the last name turning fastest. */
export function combinationsOf(
  lists: readonly (readonly [string, readonly string[]])[],
): readonly Variables[] {
  return lists.reduce<readonly Variables[]>(
    (rows, [name, values]) =>
      rows.flatMap((row) => values.map((value) => new Map([...row, [name, value]]))),
    [new Map()],
  );
}
