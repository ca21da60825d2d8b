import { isOperation, operations } from "../../../operations/index.ts";
import { type PageRule, refused } from "../page.ts";

/** Takes a form to the address of its answer: a field that was left empty is not asked. */
export const triedPage: PageRule = async ({ parts, query }) => {
  const { operation: name = "" } = parts;
  const operation = isOperation(name) ? await operations[name]() : undefined;
  if (operation === undefined || operation.writes) {
    return refused({ code: "not-found", what: "operation", asked: name, closest: [] });
  }
  const filled = new URLSearchParams([...query].filter(([, value]) => value.trim() !== ""));
  const text = filled.toString();
  const address = `/v1/${name}`;
  return { kind: "moved", address: text === "" ? address : `${address}?${text}`, isForNow: true };
};
