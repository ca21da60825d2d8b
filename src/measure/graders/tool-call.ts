import type { ToolCall } from "../../core/runs/prompt.ts";
import { parseBoundedJson } from "../bounded-json.ts";
import { canonicalJson } from "../canonical-json.ts";
import type { ExpectedCall } from "./expectations.ts";
import { excerpt, type GraderRule, type OpenDeps, saidOf } from "./grader-rule.ts";

/** The tools called are the expected ones, in any order, with arguments equal or of a schema. */
export const toolCall: GraderRule<"tool-call"> = {
  version: "1",
  grade: async ({ allowsOthers }, { answer, expected }, deps) => {
    const left = [...answer.toolCalls];
    let met = 0;
    let because = "";
    for (const wanted of expected) {
      const found = await findCall(left, wanted, deps);
      if (typeof found === "string") because ||= found;
      else {
        met++;
        left.splice(found, 1);
      }
    }
    const [other] = left;
    if (met < expected.length) return { score: met / expected.length, isPass: false, because };
    if (other !== undefined && !allowsOthers) {
      return saidOf(false, `${excerpt(other.name)} is called besides`);
    }
    return saidOf(true, expected.length === 0 ? "no tool is called" : "the calls are as expected");
  },
};

/** The index of a call that fits, or why none does. */
async function findCall(
  calls: readonly ToolCall[],
  wanted: ExpectedCall,
  deps: OpenDeps,
): Promise<number | string> {
  let because = `${wanted.name} is not called`;
  for (const [index, call] of calls.entries()) {
    if (call.name !== wanted.name) continue;
    const mistake = await mistakeIn(call, wanted, deps);
    if (mistake === undefined) return index;
    because = `${wanted.name}: ${mistake}`;
  }
  return because;
}

async function mistakeIn(
  call: ToolCall,
  { arguments: equal, schema }: ExpectedCall,
  { worker }: OpenDeps,
): Promise<string | undefined> {
  if (equal === undefined && schema === undefined) return undefined;
  const given = parseBoundedJson(call.arguments.trim() === "" ? "{}" : call.arguments);
  if (!given.ok) return `its arguments are no JSON: ${excerpt(call.arguments)}`;
  const written = canonicalJson(given.value);
  if (equal !== undefined && written !== canonicalJson(equal)) {
    return `its arguments are ${excerpt(written)}`;
  }
  if (schema === undefined) return undefined;
  const task = { kind: "schema", schema: JSON.stringify(schema), json: written } as const;
  const { isMatch, because } = await worker.run(task);
  return isMatch ? undefined : because;
}
