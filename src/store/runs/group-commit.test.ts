import { describe, expect, test } from "vitest";
import { groupCommit, type Settled } from "./group-commit.ts";

/** A store that takes down what it was given together; it refuses the number 13. */
function recorded() {
  const groups: (readonly number[])[] = [];
  const group = groupCommit<number, string>(async (given) => {
    groups.push(given);
    return given.map(
      (n): Settled<string> =>
        n === 13 ? { ok: false, reason: new Error("13") } : { ok: true, value: `${n}` },
    );
  }, 0);
  return { groups, group };
}

const upTo = (count: number) => Array.from({ length: count }, (_, i) => i);

describe("writing in groups", () => {
  test("writes together what comes together, a hundred at most, in its order", async () => {
    const { groups, group } = recorded();
    const written = await Promise.all(
      upTo(250)
        .filter((n) => n !== 13)
        .map(group.add),
    );
    expect(written).toHaveLength(249);
    expect(groups.map(({ length }) => length)).toEqual([100, 100, 49]);
    expect(groups.flat()).toEqual(upTo(250).filter((n) => n !== 13));
  });

  test("refuses one without those that came with it", async () => {
    const { group } = recorded();
    const [before, refused, after] = await Promise.allSettled([12, 13, 14].map(group.add));
    expect([before?.status, refused?.status, after?.status]).toEqual([
      "fulfilled",
      "rejected",
      "fulfilled",
    ]);
  });

  test("refuses all of a group whose commit failed, and goes on with the next", async () => {
    let isBroken = true;
    const group = groupCommit<number, number>(async (given) => {
      if (isBroken) throw new Error("the disk is full");
      return given.map((value) => ({ ok: true, value }));
    }, 0);
    await expect(Promise.all([1, 2].map(group.add))).rejects.toThrow("the disk is full");
    isBroken = false;
    expect(await group.add(3)).toBe(3);
  });

  test("is drained when all that waits is written", async () => {
    const { groups, group } = recorded();
    const written = Promise.all([1, 2, 3].map(group.add));
    await group.drained();
    expect(groups).toEqual([[1, 2, 3]]);
    expect(await written).toEqual(["1", "2", "3"]);
    await group.drained();
  });
});
