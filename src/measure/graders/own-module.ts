import { pathToFileURL } from "node:url";
import { z } from "zod";
import { sha256 } from "../suite/cell-key.ts";
import { suiteFolder } from "../suite/suite-folder.ts";
import type { GraderRule, Said } from "./grader-rule.ts";

const limitBytes = 10 * 1024 * 1024;

const score = z.number().min(0).max(1);
const Result = z.union([
  z.boolean(),
  score,
  z.object({
    score,
    isPass: z.boolean().optional(),
    because: z.string().max(2000).optional(),
  }),
]);

const Grader = z.custom<(asked: unknown) => unknown>((value) => typeof value === "function");
const Module = z.object({ grade: Grader });

/**
 * A module of the user's own. It exports `grade({ prompt, answer, expected })`, which gives true or
 * false, a score from 0 to 1, or an object with `score`, and `isPass` and `because` where it likes.
 */
export const ownModule: GraderRule<"module"> = {
  version: "1",
  grade: async ({ path, timeoutMs }, { prompt, answer, expected }, { suiteFile }) => {
    const { grade } = await openModule(suiteFile, path);
    const result = await withinTime(async () => grade({ prompt, answer, expected }), timeoutMs);
    return saidBy(Result.parse(result));
  },
};

interface OpenModule {
  readonly grade: (asked: unknown) => unknown;
  /** Of its text: what it grades otherwise after a change is another version. */
  readonly version: string;
}

/** Throws with the reason where there is no such module. */
export async function openModule(suiteFile: string, path: string): Promise<OpenModule> {
  const folder = suiteFolder(suiteFile);
  const text = await folder.text(path, limitBytes);
  if (!text.ok) {
    throw new Error("expected" in text ? `expected ${text.expected}` : text.problem.code);
  }
  const version = sha256(text.value).slice(0, 12);
  const address = pathToFileURL(folder.nameOf(path));
  address.searchParams.set("version", version);
  const loaded: unknown = await import(address.href);
  const read = Module.safeParse(loaded);
  if (!read.success) throw new Error("it exports no function named `grade`");
  return { grade: read.data.grade, version };
}

function saidBy(result: z.output<typeof Result>): Said {
  if (typeof result === "boolean") {
    return { score: result ? 1 : 0, isPass: result, because: "as the module says" };
  }
  const whole = typeof result === "number" ? { score: result } : result;
  const { isPass = whole.score >= 0.5, because = "as the module says" } = whole;
  return { score: whole.score, isPass, because };
}

/** What does not come back in time is left to itself: the module is the user's own code. */
async function withinTime<T>(work: () => Promise<T>, timeoutMs: number): Promise<T> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_, reject) => {
    timer = setTimeout(() => reject(new Error(`it took longer than ${timeoutMs} ms`)), timeoutMs);
  });
  try {
    return await Promise.race([work(), late]);
  } finally {
    clearTimeout(timer);
  }
}
