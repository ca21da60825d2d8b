import { combinationsOf, fillTemplate, fillWithin } from "../template.ts";
import { graderOfAssert, type WrittenGrader } from "./graders-of-asserts.ts";
import { type Leave, leaveOthers } from "./left-over.ts";
import type { WireTest } from "./wire.ts";

export type WrittenRow = Readonly<Record<string, unknown>>;

export interface RowsAndGraders {
  readonly rows: readonly WrittenRow[];
  readonly graders: readonly WrittenGrader[];
}

/** What a row of a suite calls its own; a variable of this name gets a line behind it. */
const taken: ReadonlySet<string> = new Set(["id", "expected", "cluster"]);

export function variableName(name: string): string {
  return taken.has(name) ? `${name}_` : name;
}

/** Rows and graders for the tests, each with what is stated for all of them. */
export function rowsOfTests(
  tests: readonly WireTest[],
  { common, leave }: { readonly common: WireTest; readonly leave: Leave },
): RowsAndGraders {
  const graders = new Map<string, WrittenGrader>();
  const rows = tests.flatMap((test, index) => {
    const where = `tests.${index}`;
    const because = "a prompt of a suite has no such setting";
    leaveOthers(leave, where, {
      value: test,
      known: ["vars", "assert", "options", "description"],
      because,
    });
    const { provider: asked } = { ...common.options, ...test.options };
    leaveOthers(leave, `${where}.options`, {
      value: test.options ?? {},
      known: ["provider"],
      because,
    });
    const combinations = combinationsOf(listsOf({ ...common.vars, ...test.vars }, where, leave));
    const asserts = [...(common.assert ?? []), ...(test.assert ?? [])];
    const used = new Set<string>();
    const expectations = asserts.flatMap((assert, nth) => {
      const at = `${where}.assert.${nth - (common.assert?.length ?? 0)}`;
      const place = nth < (common.assert?.length ?? 0) ? `defaultTest.assert.${nth}` : at;
      const provider = assert.provider ?? asked;
      const mapped = graderOfAssert(assert, { where: place, leave, provider });
      if (mapped === undefined) return [];
      const id = idFor(mapped.grader, graders, used);
      used.add(id);
      return [[id, mapped.expected] as const];
    });
    return combinations.map((values, nth): WrittenRow => {
      const expected = expectations.map(([id, value]) => {
        const filled = fillWithin(value, (text) => fillTemplate(text, values));
        if (!filled.ok) leave(where, `{{${filled.unknown}}}`, "it has no value in this test");
        return [id, filled.ok ? filled.value : value] as const;
      });
      return {
        id: combinations.length > 1 ? `test ${index + 1}.${nth + 1}` : `test ${index + 1}`,
        ...Object.fromEntries([...values].map(([name, value]) => [variableName(name), value])),
        ...(expected.length === 0 ? {} : { expected: Object.fromEntries(expected) }),
      };
    });
  });
  return { rows, graders: [...graders.values()] };
}

/** The grader that is set alike and not used in this test yet, or a new one. */
function idFor(
  grader: Omit<WrittenGrader, "id"> & { readonly kind: string },
  graders: Map<string, WrittenGrader>,
  used: ReadonlySet<string>,
): string {
  const settings = JSON.stringify(grader);
  for (const [id, { id: _, key, ...known }] of graders) {
    if (!used.has(id) && JSON.stringify(known) === settings) return id;
  }
  const same = [...graders.values()].filter(({ kind }) => kind === grader.kind).length;
  const id = same === 0 ? grader.kind : `${grader.kind}-${same + 1}`;
  graders.set(id, { id, key: id, ...grader });
  return id;
}

function listsOf(
  vars: Readonly<Record<string, unknown>>,
  where: string,
  leave: Leave,
): readonly (readonly [string, readonly string[]])[] {
  return Object.entries(vars).flatMap(([name, value]) => {
    const values = Array.isArray(value) ? value : [value];
    const isFile = values.some((each) => typeof each === "string" && each.startsWith("file://"));
    if (isFile || values.some((each) => typeof each === "object")) {
      const what = isFile ? "a file" : "an object";
      leave(`${where}.vars.${name}`, what, "values of a suite are texts and numbers; write it out");
      return [];
    }
    return [[name, values.map(String)] as const];
  });
}
