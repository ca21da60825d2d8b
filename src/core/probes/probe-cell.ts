import type { ProbeId, StepRole } from "./probe.ts";
import { isProbeId } from "./probes.ts";

/** Which request of a session a cell is. */
export interface ProbeCell {
  readonly probe: ProbeId;
  readonly role: StepRole;
  /** Tells it from others of its role; of the context window: the tokens sent. */
  readonly detail: string;
  /** From 1. */
  readonly trial: number;
}

/** A session is never gone on with: within its run the name says everything. */
export function probeCellKey({ probe, role, detail, trial }: ProbeCell): string {
  return `${probePromptId({ probe, role, detail })}/${trial}`;
}

/** What is asked, without the number of the trial. */
export function probePromptId({ probe, role, detail }: Omit<ProbeCell, "trial">): string {
  return detail === "" ? `${probe}/${role}` : `${probe}/${role}/${detail}`;
}

const key = /^([a-z-]+)\/(asked|control|base)(?:\/([\w.-]+))?\/(\d+)$/;
const roles: Readonly<Record<string, StepRole>> = {
  asked: "asked",
  control: "control",
  base: "base",
};

/** Undefined for a cell of something else. */
export function parseProbeCell(cell: string): ProbeCell | undefined {
  const [, probe = "", role = "", detail = "", trial = ""] = key.exec(cell) ?? [];
  const known = roles[role];
  if (known === undefined || !isProbeId(probe)) return undefined;
  return { probe, role: known, detail, trial: Number(trial) };
}
