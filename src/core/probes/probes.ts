import { formatProbes } from "./format-probes.ts";
import type { Probe, ProbeId } from "./probe.ts";
import { serviceProbes } from "./service-probes.ts";
import { toolProbes } from "./tool-probes.ts";

/** Every probe, in the order of the report. */
export const probes: readonly Probe[] = [...serviceProbes, ...toolProbes, ...formatProbes].sort(
  (a, b) => rankOf(a.id) - rankOf(b.id),
);

/** Ids of all probes, as the command line takes them. */
export const probeIds: readonly ProbeId[] = probes.map(({ id }) => id);

export function isProbeId(name: string): name is ProbeId {
  return probes.some(({ id }) => id === name);
}

/** What everything else rests on comes first. */
function rankOf(id: ProbeId): number {
  return id === "answers" ? 0 : 1;
}
