import type { SqlRow } from "./tables.ts";

const fewestRows = 16;
const mostRows = 500;
const pageChars = 2 * 1024 * 1024;

/**
 * Rows one after the other, a page of them in memory: of long rows fewer than of short ones.
 *
 * @param read the rows that follow one, at most so many
 */
export async function* paged(
  read: (after: SqlRow | undefined, atMost: number) => Promise<readonly SqlRow[]>,
): AsyncGenerator<SqlRow> {
  let after: SqlRow | undefined;
  let atMost = fewestRows;
  while (true) {
    const rows = await read(after, atMost);
    yield* rows;
    if (rows.length < atMost) return;
    after = rows.at(-1);
    const chars = rows.reduce((sum, row) => sum + charsOf(row), 1);
    atMost = Math.round(
      Math.min(mostRows, Math.max(1, (pageChars / chars) * rows.length), atMost * 4),
    );
  }
}

function charsOf(row: SqlRow): number {
  return row.reduce<number>(
    (sum, value) => sum + (typeof value === "string" ? value.length : 8),
    0,
  );
}
