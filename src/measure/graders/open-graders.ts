import type { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Answer } from "../../core/runs/attempt.ts";
import type { GraderKind, GraderSpec, GraderSpecOf } from "../../core/runs/grader-spec.ts";
import type { Grading, Ungraded } from "../../core/runs/grading.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import { boundedWorker } from "./bounded-worker.ts";
import { type ExpectedBy, expectations, expectedFor, needsExpected } from "./expectations.ts";
import { excerpt, type GraderDeps, type GraderRule, type OpenDeps } from "./grader-rule.ts";
import { graders } from "./graders.ts";
import { stepsOf } from "./json-path.ts";
import { openModule } from "./own-module.ts";

/** Graders ready to grade. They make no request but those of judges and embeddings. */
export interface OpenGraders {
  /** A grading of each grader, in their order. No answer is no grade, and neither is an empty one a mistake of ours. */
  readonly grade: (prompt: Prompt, answer: Answer | null) => Promise<readonly Grading[]>;
  readonly close: () => Promise<void>;
}

/** Longer than any answer that is read; what graders make of it would take too long. */
const longestText = 1_000_000;

/** Opens the graders of a suite, and says which of them cannot be. */
export async function openGraders(
  specs: readonly GraderSpec[],
  deps: GraderDeps,
): Promise<Outcome<OpenGraders>> {
  const worker = boundedWorker();
  const open: OpenDeps = { ...deps, worker };
  const versions = new Map<string, string>();
  for (const spec of specs) {
    const checked = await checkedVersion(spec, open);
    if (!checked.ok) {
      await worker.close();
      return checked;
    }
    versions.set(spec.id, checked.value);
  }
  const grade = async (prompt: Prompt, answer: Answer | null) => {
    const gradings: Grading[] = [];
    for (const spec of specs) {
      const version = versions.get(spec.id) ?? "";
      gradings.push(await gradingOf(spec, { prompt, answer, version }, open));
    }
    return gradings;
  };
  return { ok: true, value: { grade, close: worker.close } };
}

/** What can be seen to be wrong before anything is asked, or the version. */
async function checkedVersion(spec: GraderSpec, deps: OpenDeps): Promise<Outcome<string>> {
  const { version } = graders[spec.kind];
  try {
    const own = await versionBeside(spec, deps);
    return { ok: true, value: own === undefined ? version : `${version}+${own}` };
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const expected = `a ${spec.kind} grader that works: ${said}`;
    const field = `graders.${spec.id}`;
    return { ok: false, problem: { code: "file-invalid", file: deps.suiteFile, field, expected } };
  }
}

/** Throws where the grader cannot be opened. */
async function versionBeside(spec: GraderSpec, deps: OpenDeps): Promise<string | undefined> {
  switch (spec.kind) {
    case "json-schema":
      if (spec.schema === undefined) return undefined;
      await deps.worker.run({ kind: "schema", schema: JSON.stringify(spec.schema) });
      return undefined;
    case "json-path":
      if (stepsOf(spec.path) !== undefined) return undefined;
      throw new Error("its path looks like $.total or $.rows[0].name");
    case "module":
      return (await openModule(deps.suiteFile, spec.path)).version;
    case "code":
      if (deps.isCodeAllowed) return undefined;
      throw new Error("running code that models write is off until it is allowed beside the suite");
    case "similarity":
      if (deps.embed !== undefined) return undefined;
      throw new Error("nothing here makes vectors of texts");
    case "judge":
      if (deps.ask !== undefined) return undefined;
      throw new Error("nothing here asks a judge");
    case "exact":
    case "normalised":
    case "contains":
    case "numeric":
    case "regex":
    case "tool-call":
      return undefined;
  }
}

interface Asked {
  readonly prompt: Prompt;
  readonly answer: Answer | null;
  readonly version: string;
}

async function gradingOf<Kind extends GraderKind>(
  spec: GraderSpecOf<Kind> & { readonly kind: Kind },
  { prompt, answer, version }: Asked,
  deps: OpenDeps,
): Promise<Grading> {
  const { id: grader } = spec;
  const not = (why: Ungraded, because: string): Grading => ({
    isGraded: false,
    grader,
    version,
    why,
    because,
  });
  if (answer === null) return not("no-answer", "there is no answer");
  if (answer.text.length > longestText) {
    return not("grader-failed", `the answer is longer than ${longestText} characters`);
  }
  if (answer.text === "" && answer.toolCalls.length === 0)
    return not("no-answer", "the answer is empty");
  const stated = expectedFor(spec, prompt.expected);
  if (stated === undefined && (spec.key !== undefined || needsExpected(spec))) {
    return not("nothing-expected", "the prompt states nothing for it");
  }
  try {
    const rule: GraderRule<Kind> = graders[spec.kind];
    const schema: z.ZodType<ExpectedBy<Kind>> = expectations[spec.kind];
    const said = await rule.grade(spec, { prompt, answer, expected: schema.parse(stated) }, deps);
    return { isGraded: true, grade: { grader, version, ...said } };
  } catch (cause) {
    return not("grader-failed", excerpt(cause instanceof Error ? cause.message : String(cause)));
  }
}
