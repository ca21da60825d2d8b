import { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { PromptShape, SuiteHeadShape } from "../../core/runs/suite-shape.ts";

/** A part is packed and unpacked at once: of a bounded size, but for a prompt that is larger itself. */
const partChars = 2 * 1024 * 1024;

const KeptShape = z.object({ suite: SuiteHeadShape, parts: z.array(z.string()) });
const PartShape = z.array(PromptShape);

/**
 * Keeps a suite with a run, so that it can be reported, graded again and worked on wherever the store
 * can be read. Files beside the suite, such as a grader's module, are not kept.
 *
 * @returns by what it is found again; null: a prompt is larger than what is kept
 */
export async function keepSuite(
  store: RunStore,
  runId: string,
  { prompts, ...suite }: Suite,
): Promise<string | null> {
  const parts: string[] = [];
  for (const part of inParts(prompts)) {
    const hash = await store.putPayload(runId, Buffer.from(`[${part.join(",")}]`));
    if (hash === null) return null;
    parts.push(hash);
  }
  return store.putPayload(runId, Buffer.from(JSON.stringify({ suite, parts })));
}

/** The suite of a run as it was measured. */
export async function keptSuite(store: RunStore, run: Run): Promise<Outcome<Suite>> {
  const kept = await payloadOf(store, run.suiteHash, KeptShape);
  if (kept === undefined) return missing(run);
  const prompts: Prompt[] = [];
  for (const hash of kept.parts) {
    const part = await payloadOf(store, hash, PartShape);
    if (part === undefined) return missing(run);
    for (const prompt of part) prompts.push(prompt);
  }
  return { ok: true, value: { ...kept.suite, prompts } };
}

function missing({ id }: Run): Outcome<never> {
  return { ok: false, problem: { code: "suite-not-kept", run: id } };
}

function* inParts(prompts: readonly Prompt[]): Generator<readonly string[]> {
  let [part, chars]: [string[], number] = [[], 0];
  for (const prompt of prompts) {
    const text = JSON.stringify(prompt);
    if (chars + text.length > partChars && part.length > 0) {
      yield part;
      [part, chars] = [[], 0];
    }
    part.push(text);
    chars += text.length;
  }
  if (part.length > 0) yield part;
}

async function payloadOf<T>(
  store: RunStore,
  hash: string | null,
  shape: z.ZodType<T>,
): Promise<T | undefined> {
  const bytes = hash === null ? undefined : await store.payload(hash);
  if (bytes === undefined) return undefined;
  return shape.safeParse(jsonOf(Buffer.from(bytes).toString("utf8"))).data;
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
