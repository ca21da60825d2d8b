import type { StatedMonth } from "../../../core/cost/stated-month.ts";
import { monthFields, needFields } from "../../../core/report/asked-fields.ts";

/** What an address says of a team's work, as the operations take it; they judge it. */
export interface AskedInput {
  readonly traffic?: Readonly<Record<string, string>>;
  readonly constraints?: readonly string[];
  readonly task?: string;
  readonly failedTaskUsd?: number;
  readonly asOf?: string;
}

/** @param usual the month that fills what the address leaves open */
export function askedInput(query: URLSearchParams, usual: StatedMonth): AskedInput {
  const text = (name: string) => query.get(name)?.trim() || undefined;
  const constraints = constraintsOf(query);
  const failed = text("failed-task");
  const traffic = monthOf(query, usual);
  const [task, asOf] = [text("task"), text("as-of")];
  return {
    ...(traffic === undefined ? {} : { traffic }),
    ...(constraints.length === 0 ? {} : { constraints }),
    ...(task === undefined ? {} : { task }),
    ...(failed === undefined ? {} : { failedTaskUsd: Number(failed.replace(/^\$/, "")) }),
    ...(asOf === undefined ? {} : { asOf }),
  };
}

/** Those written out, several in a field between semicolons, then those with a field of their own. */
function constraintsOf(query: URLSearchParams): readonly string[] {
  const written = query.getAll("constraint").flatMap((each) => each.split(";"));
  const filled = needFields.flatMap((field) => {
    if (field.kind === "check") return [];
    const value = query.get(field.name)?.trim() ?? "";
    return value === "" ? [] : [`${field.start}${value}`];
  });
  const texts = [...written, ...filled].map((each) => each.trim());
  return [...new Set(texts.filter((each) => each !== ""))];
}

/** Nothing stated is no month; what is stated stands among the usual. Totals replace the request's. */
function monthOf(
  query: URLSearchParams,
  usual: StatedMonth,
): Readonly<Record<string, string>> | undefined {
  const stated = new Map<string, string>();
  for (const name of [...monthFields.map((field) => field.name), "in", "out"]) {
    const value = query.get(name)?.trim();
    if (value) stated.set(name, value);
  }
  if (stated.size === 0) return undefined;
  const { "in-each": inEach, "out-each": outEach, ...rest } = usual;
  return {
    ...rest,
    ...(stated.has("in") ? {} : { "in-each": inEach }),
    ...(stated.has("out") ? {} : { "out-each": outEach }),
    ...Object.fromEntries(stated),
  };
}
