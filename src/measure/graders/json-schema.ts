import { type GraderRule, saidOf } from "./grader-rule.ts";
import { jsonIn } from "./json-in.ts";

/** The answer is JSON, and of the schema expected. Formats such as dates are not looked at. */
export const jsonSchema: GraderRule<"json-schema"> = {
  version: "1",
  grade: async ({ where }, { answer, expected }, { worker }) => {
    const json = jsonIn(answer.text, where);
    if (!json.ok) return saidOf(false, json.because);
    const { isMatch, because } = await worker.run({
      kind: "schema",
      schema: JSON.stringify(expected),
      json: JSON.stringify(json.value),
    });
    return saidOf(isMatch, isMatch ? "it is of the schema" : because);
  },
};
