import { describe, expect, test } from "vitest";
import { bradleyTerry, type Games } from "./bradley-terry.ts";

const game = (a: string, b: string, aWins: number, bWins: number, ties = 0): Games => ({
  a,
  b,
  aWins,
  bWins,
  ties,
});

describe("strengths from preferences", () => {
  test("thirty to ten: three times as strong, half of ln 3 each way", () => {
    const found = bradleyTerry(["A", "B"], [game("A", "B", 30, 10)]);
    if (found.kind !== "ranked") throw new Error(found.kind);
    const [first] = found.strengths;
    expect(first?.logStrength).toBeCloseTo(Math.log(3) / 2, 10);
    expect(first?.elo).toBeCloseTo(1095.4242509439325, 6);
    expect(first?.standardError).toBeCloseTo(0.1825741858350553, 10);
    expect(found.between("A", "B")).toMatchObject({
      chanceFirst: expect.closeTo(0.75, 10),
      standardError: expect.closeTo(1 / Math.sqrt(7.5), 10),
    });
    expect(found.between("A", "nobody")).toBeNull();
  });

  test("three models, each met by each", () => {
    const found = bradleyTerry(
      ["A", "B", "C"],
      [game("A", "B", 7, 3), game("B", "C", 6, 4), game("A", "C", 8, 2)],
    );
    if (found.kind !== "ranked") throw new Error(found.kind);
    const logs = found.strengths.map(({ logStrength }) => logStrength);
    expect(logs.map((log) => log.toFixed(6))).toEqual(["0.740570", "-0.149102", "-0.591468"]);
    expect(found.strengths[0]?.standardError).toBeCloseTo(0.3464297867853782, 8);
  });

  test("a tie is half a win for each", () => {
    const tied = bradleyTerry(["A", "B"], [game("A", "B", 10, 0, 10)]);
    expect(tied).toMatchObject({ kind: "ranked" });
    if (tied.kind === "ranked") expect(tied.between("A", "B")?.chanceFirst).toBeCloseTo(0.75, 10);
  });

  test.each`
    games                                                                 | kind             | groups                      | because
    ${[game("A", "B", 10, 0)]}                                            | ${"separated"}   | ${[["A"], ["B"]]}           | ${"no strength is great enough for ten to nothing"}
    ${[game("A", "B", 5, 5), game("C", "D", 5, 5)]}                       | ${"unconnected"} | ${[["A", "B"], ["C", "D"]]} | ${"nothing relates one pair to the other"}
    ${[game("A", "B", 5, 5), game("C", "D", 5, 5), game("A", "C", 3, 0)]} | ${"separated"}   | ${[["A", "B"], ["C", "D"]]} | ${"one pair never won against the other"}
  `("no ranking, because $because", ({ games, kind, groups }) => {
    const models = games.length === 1 ? ["A", "B"] : ["A", "B", "C", "D"];
    expect(bradleyTerry(models, games)).toEqual({ kind, groups });
  });

  test("games of ten thousand to one are still ranked", () => {
    const found = bradleyTerry(["A", "B"], [game("A", "B", 10_000, 1)]);
    if (found.kind !== "ranked") throw new Error(found.kind);
    expect(found.between("A", "B")?.difference).toBeCloseTo(Math.log(10_000), 8);
  });
});
