import type { Prompt } from "../../core/runs/prompt.ts";
import type { Asker } from "./asker.ts";
import type { Budget } from "./budget.ts";
import type { RunClock } from "./run-ports.ts";

/** Connects to endpoints and lets them load before anything counts. Limits hold, nothing is kept. */
export async function warmUp(
  askers: ReadonlyMap<string, Asker>,
  prompts: readonly Prompt[],
  { requests, budget, clock, signal }: WarmUp,
): Promise<void> {
  const asked = Array.from({ length: requests }, (_, i) => prompts.slice(i % prompts.length)[0]);
  await Promise.all(
    [...askers].map(async ([endpoint, asker]) => {
      for (const prompt of asked) {
        if (signal.aborted || prompt === undefined) return;
        await asker.ask(prompt, {
          ...{ cell: "warm-up", firstNumber: 1, dueAt: clock.now(), signal },
          mayBegin: async () => {
            const allowed = await budget.begin(endpoint, 0);
            if (allowed.kind === "allowed") await budget.end(endpoint, allowed.reservedUsd, null);
            return allowed.kind === "allowed";
          },
        });
      }
    }),
  );
}

interface WarmUp {
  /** To each endpoint. */
  readonly requests: number;
  readonly budget: Budget;
  readonly clock: RunClock;
  readonly signal: AbortSignal;
}
