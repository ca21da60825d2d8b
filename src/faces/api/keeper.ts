import { createHash, timingSafeEqual } from "node:crypto";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Deps } from "../../operations/operation.ts";

/** Who may also write, by a token. */
export interface Keeper {
  readonly token: string;
  readonly deps: Deps;
}

/** What who sent this header may reach: a stranger's, the keeper's; a wrong token is refused. */
export function depsOfAsker(
  authorization: string | undefined,
  stranger: Deps,
  keeper: Keeper | undefined,
): Outcome<Deps> {
  if (keeper === undefined || authorization === undefined) return { ok: true, value: stranger };
  const [, given] = /^Bearer +(\S+)$/i.exec(authorization) ?? [];
  if (given !== undefined && isSame(given, keeper.token)) return { ok: true, value: keeper.deps };
  return { ok: false, problem: { code: "token-needed", isGiven: true } };
}

/** Takes as long whatever they have in common. */
function isSame(a: string, b: string): boolean {
  const digest = (text: string) => createHash("sha256").update(text).digest();
  return timingSafeEqual(digest(a), digest(b));
}
