import type { GraderKind } from "../../core/runs/grader-spec.ts";
import { code } from "./code.ts";
import { contains } from "./contains.ts";
import { exact } from "./exact.ts";
import type { GraderRule } from "./grader-rule.ts";
import { jsonPath } from "./json-path.ts";
import { jsonSchema } from "./json-schema.ts";
import { judge } from "./judge.ts";
import { normalised } from "./normalised.ts";
import { numeric } from "./numeric.ts";
import { ownModule } from "./own-module.ts";
import { regex } from "./regex.ts";
import { similarity } from "./similarity.ts";
import { toolCall } from "./tool-call.ts";

/** Every grader there is. */
export const graders: { readonly [Kind in GraderKind]: GraderRule<Kind> } = {
  exact,
  normalised,
  contains,
  numeric,
  regex,
  "json-schema": jsonSchema,
  "json-path": jsonPath,
  "tool-call": toolCall,
  similarity,
  module: ownModule,
  code,
  judge,
};
