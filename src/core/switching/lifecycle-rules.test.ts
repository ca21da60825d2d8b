import { describe, expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { frictions, soldModel } from "../../../test/builders/moved.ts";
import { assumedRetest } from "../stats/items-needed.ts";

const ending = { status: "deprecated", retiresOn: "2027-01-14", daysLeft: 55 } as const;
const onThe = (day: string) => ({ moving: { on: day, ...assumedRetest } });
const named = { ...ending, successors: ["a/next"] };

describe("how long each of the two is there", () => {
  test("the days left are told for today and for the day of the move", () => {
    const [item] = frictions(
      soldModel("a/one", { lifecycle: ending }),
      soldModel("b/two"),
      "lifecycle",
      {
        ...onThe("2027-01-04"),
      },
    );

    expect(item?.severity).toBe("gain");
    expect(item?.text).toContain("(55 days left, 10 days after the move on 2027-01-04)");
    expect(item?.text).toContain("until then you can roll back");
  });

  test("a move after the end comes too late", () => {
    const late = onThe("2027-02-01");
    const ends = soldModel("a/one", { lifecycle: ending });

    expect(frictions(ends, soldModel("b/two"), "lifecycle", late)[0]).toMatchObject({
      severity: "blocker",
      text: "one retires on 2027-01-14, before the day of the move: calls to it fail from then on.",
    });
    expect(frictions(soldModel("b/two"), ends, "lifecycle", late)[0]?.severity).toBe("blocker");
  });

  test("the successor's own end stands beside its name", () => {
    const next = dossierOf({
      id: "a/next",
      lifecycle: { status: "deprecated", retiresOn: "2027-03-01", daysLeft: 101 },
    });
    const remedyWith = (dossier: typeof next | undefined) =>
      frictions(soldModel("a/one", { lifecycle: named }), soldModel("b/two"), "lifecycle", {
        dossierOf: () => dossier,
      })[0]?.remedy;

    expect(remedyWith(next)).toContain("a/next (retires itself on 2027-03-01, 101 days left)");
    expect(remedyWith(dossierOf({ id: "a/next" }))).toContain("a/next (no end announced here)");
    expect(remedyWith(undefined)).toContain(
      "Its maker names a/next: steelyard compare a/one a/next",
    );
  });
});
