import { expect, test } from "vitest";
import { crashRounds } from "./crash-rounds.ts";

const rounds = 12;

test("a process that is killed while it measures loses nothing that was acknowledged", {
  timeout: 180_000,
}, async () => {
  const { acknowledged, ...report } = await crashRounds(rounds);
  expect(acknowledged).toBeGreaterThan(rounds);
  expect(report).toEqual({ rounds, lost: [], twice: [], integrity: ["ok"], halfDone: 0 });
});
