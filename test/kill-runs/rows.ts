/** What kills of one kind came to. */
export interface Row {
  readonly what: string;
  readonly kills: number;
  readonly runs: number;
  readonly cells: number;
  /** Results that were seen in the store just before a kill, over all kills. */
  readonly seen: number;
  readonly lost: number;
  /** Requests that were paid a second time. */
  readonly again: number;
  /** Cells asked for and not in the store, at the worst kill. */
  readonly mostInFlight: number;
}

export function table(rows: readonly Row[], concurrency: number): string {
  return [
    `| killed | kills | runs | cells | results seen before | lost | paid twice | at most in flight, of ${concurrency} each |`,
    "|---|---:|---:|---:|---:|---:|---:|---:|",
    ...rows.map(
      ({ what, kills, runs, cells, seen, lost, again, mostInFlight }) =>
        `| ${what} | ${kills} | ${runs} | ${cells} | ${seen} | ${lost} | ${again} | ${mostInFlight} |`,
    ),
    "",
  ].join("\n");
}
