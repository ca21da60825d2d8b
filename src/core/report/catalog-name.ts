import type { IsoDate } from "../units.ts";

/** `catalog 7f3a9c2 of 2026-11-10`, and whether facts or runs of the team's own lie over it. */
export function catalogName({
  hash,
  compiledOn,
}: {
  readonly hash: string;
  readonly compiledOn: IsoDate;
}): string {
  const own = [...(hash.includes("+") ? ["facts"] : []), ...(hash.includes("~") ? ["runs"] : [])];
  const over = own.length === 0 ? "" : ` + own ${own.join(" and ")}`;
  return `catalog ${hash.slice(0, 7)} of ${compiledOn}${over}`;
}
