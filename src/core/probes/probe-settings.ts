import { z } from "zod";
import type { Run } from "../runs/run.ts";
import type { Tokens } from "../units.ts";
import type { DeclaredContext } from "./context-reach.ts";
import type { ProbeId } from "./probe.ts";
import { isProbeId } from "./probes.ts";

/** What a session of probes was told, as its run keeps it. */
export interface ProbeSettings {
  readonly probes: readonly ProbeId[];
  /** Trials of each probe, where it does not take fewer. */
  readonly trials: number;
  /** Prompts are not made longer than this. */
  readonly contextTokens: Tokens;
  readonly declared: readonly DeclaredContext[];
}

const Settings = z.object({
  probes: z.array(z.string()),
  trials: z.number(),
  contextTokens: z.number(),
  declared: z.array(z.object({ tokens: z.number(), by: z.string() })),
});

/** Undefined for a run that is no session of probes. */
export function probeSettings({
  kind,
  settings,
}: Pick<Run, "kind" | "settings">): ProbeSettings | undefined {
  if (kind !== "probe") return undefined;
  const parsed = Settings.safeParse(settings).data;
  return parsed && { ...parsed, probes: parsed.probes.filter(isProbeId) };
}
