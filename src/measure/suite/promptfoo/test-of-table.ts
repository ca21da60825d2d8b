import type { Leave } from "./left-over.ts";
import type { WireAssert, WireTest } from "./wire.ts";

/** A test from a row of a table: variables by column, assertions in columns named `__expected`. */
export function testOfTable(row: unknown, where: string, leave: Leave): WireTest {
  const cells = typeof row === "object" && row !== null ? Object.entries(row) : [];
  const vars: [string, string][] = [];
  const assert: WireAssert[] = [];
  for (const [column, cell] of cells) {
    const text = String(cell);
    if (!column.startsWith("__")) vars.push([column, text]);
    else if (/^__expected\d*$/.test(column)) assert.push(assertOf(text));
    else if (column !== "__description")
      leave(where, column, "a row of a suite has no such column");
  }
  return { vars: Object.fromEntries(vars), assert };
}

/** `contains: x`, `similar(0.8): x`, `is-json`; anything else is the text itself. */
function assertOf(text: string): WireAssert {
  const [, type, threshold, value] =
    /^([a-z]+(?:-[a-z]+)*)(?:\(([\d.]+)\))?:\s*([\s\S]*)$/.exec(text) ?? [];
  if (/^(is|contains)-json$/.test(text)) return { type: text };
  if (type === undefined || value === undefined) return { type: "equals", value: text };
  const name =
    type === "fn" || type === "eval" ? "javascript" : type === "grade" ? "llm-rubric" : type;
  const values = /-(any|all)$/.test(name) ? value.split(",").map((each) => each.trim()) : value;
  return {
    type: name,
    value: values,
    ...(threshold === undefined ? {} : { threshold: Number(threshold) }),
  };
}
