import type { IsoDate } from "../units.ts";

/** `catalog 7f3a9c2 of 2026-11-10`, and whether facts or runs of the team's own lie over it. */
export function catalogName({
  hash,
  compiledOn,
}: {
  readonly hash: string;
  readonly compiledOn: IsoDate;
}): string {
  const own = hash.includes("+") ? " + your own" : "";
  return `catalog ${hash.slice(0, 7)} of ${compiledOn}${own}`;
}
