import { closestNames } from "../identity/closest-names.ts";
import type { Outcome, Problem } from "../problems/problem.ts";

type NotFound = Problem & { readonly code: "not-found" };

interface Called {
  readonly id: string;
  readonly name: string;
  readonly aliases?: readonly string[];
}

/** The one that goes by a name, however it is spelled: `NVIDIA A10G`, `a10g`, `A-10G` are one. */
export function findNamed<T extends Called>(
  all: readonly T[],
  asked: string,
  what: NotFound["what"],
): Outcome<T> {
  const spelled = bare(asked);
  const found = all.find((each) => namesOf(each).some((name) => bare(name) === spelled));
  if (found !== undefined) return { ok: true, value: found };
  const near = closestNames(
    all.flatMap((each) => namesOf(each).map((name) => ({ id: each.id, words: bare(name) }))),
  );
  return {
    ok: false,
    problem: { code: "not-found", what, asked, closest: [...new Set(near(spelled))].slice(0, 3) },
  };
}

function namesOf({ id, name, aliases = [] }: Called): readonly string[] {
  return [id, name, ...aliases];
}

function bare(name: string): string {
  return name
    .toLowerCase()
    .replace(/^(nvidia|amd|apple)\s+/, "")
    .replace(/[^a-z0-9.]/g, "");
}
