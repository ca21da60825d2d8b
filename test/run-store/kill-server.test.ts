import { expect, test } from "vitest";
import { killServer } from "../kill-runs/kill-server.ts";

test("a run that several measure outlives a kill of PostgreSQL: nothing is lost, nothing paid twice", {
  timeout: 180_000,
}, async () => {
  const { row, broken } = await killServer(1, () => undefined, 600);
  expect(broken).toEqual([]);
  expect(row).toMatchObject({ kills: 1, cells: 600, lost: 0, again: 0 });
});
