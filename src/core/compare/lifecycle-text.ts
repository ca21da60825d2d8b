import type { Lifecycle } from "../catalog/dossier.ts";
import { counted } from "./wording.ts";

/** `active`, `deprecated, retires 2026-12-11 (21 days left)`, `retired 2026-10-23`. */
export function lifecycleText(lifecycle: Lifecycle): string {
  const { status, retiresOn, daysLeft } = lifecycle;
  if (status === "unknown" && retiresOn === undefined) return "unknown";
  if (retiresOn === undefined) return status;
  if (status === "retired") return `retired ${retiresOn}`;
  const left = daysLeft === undefined ? "" : ` (${counted(daysLeft, "day")} left)`;
  return `${status === "unknown" ? "" : `${status}, `}retires ${retiresOn}${left}`;
}
