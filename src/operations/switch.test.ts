import { describe, expect, test } from "vitest";
import { placesOf } from "../../test/answers/walk-answer.ts";
import { catalogOf } from "../../test/builders/catalog-of.ts";
import { depsOf } from "../../test/builders/deps-of.ts";
import { dossierOf } from "../../test/builders/dossier-of.ts";
import { sourceOf } from "../../test/builders/source-of.ts";
import type { Claim } from "../core/evidence/claim.ts";
import type { SwitchAnswer } from "../core/switching/switch-answer.ts";
import { switchModel } from "./switch.ts";

const source = sourceOf({ name: "Seller" });
const prices = (route: string, input: string): readonly Claim[] =>
  (["price.input", "price.output"] as const).map((property) => ({
    subject: `route:${route}`,
    property,
    value: input,
    source,
  }));
const fact = (subject: Claim["subject"], property: Claim["property"], value: Claim["value"]) => ({
  ...{ subject, property, value, source },
});
const catalog = catalogOf(
  [
    dossierOf({ id: "a/old", routes: [{ id: "maker/old" }, { id: "cloud/old" }] }),
    dossierOf({
      id: "b/new",
      routes: [{ id: "cloud/new" }, { id: "host/new" }, { id: "mute/new" }],
    }),
    dossierOf({ id: "c/gone", routes: [{ id: "maker/gone" }] }),
  ],
  [
    ...[...prices("maker/old", "2"), ...prices("cloud/old", "1")],
    ...[...prices("cloud/new", "3"), ...prices("host/new", "4")],
    fact("model:a/old", "model.retires_on", "2027-01-19"),
    fact("model:c/gone", "model.retires_on", "2026-10-01"),
  ],
);
const deps = depsOf({ catalog: async () => ({ ok: true, value: catalog }) });

async function answerTo(input: object): Promise<SwitchAnswer> {
  const outcome = await switchModel.answer({ from: "a/old", to: "b/new", ...input }, deps);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value.value;
}

describe("a move as an operation", () => {
  test("uses the routes a comparison would choose, or those it is told", async () => {
    const usual = await answerTo({});
    const told = await answerTo({ fromRoute: "maker/old", toRoute: "host/new" });

    expect([usual.from.route, usual.to.route]).toEqual(["cloud/old", "cloud/new"]);
    expect([told.from.route, told.to.route]).toEqual(["maker/old", "host/new"]);
    expect([told.from.monthlyUsd, told.to.monthlyUsd]).toEqual([2_100, 4_200]);
  });

  test("a route without a price can be told; its cost stays unknown", async () => {
    const { to, switching } = await answerTo({ toRoute: "mute/new" });

    expect([to.route, to.monthlyUsd, to.standing]).toEqual(["mute/new", null, "can be used"]);
    expect(switching[0]?.items.map(({ code }) => code)).not.toContain("no-route");
  });

  test("days are counted from today and from the day of the move", async () => {
    const { from, to, movesOn } = await answerTo({ on: "2026-12-20" });

    expect([movesOn, from.daysLeft, from.daysLeftOnMove]).toEqual(["2026-12-20", 60, 30]);
    expect([to.daysLeft, to.daysLeftOnMove]).toEqual([null, null]);
  });

  test("the old model stands behind the new one while it can be called", async () => {
    const { connections } = await answerTo({});
    const fromGone = await answerTo({ from: "c/gone" });

    expect(connections.map(({ model }) => model)).toEqual(["b/new", "a/old"]);
    expect(fromGone.connections.map(({ model }) => model)).toEqual(["b/new"]);
    expect(fromGone.checklist.at(-1)?.text).toBe("There is no way back: gone is retired.");
  });

  test("as a fallback the cheapest independent pair is taken, not the cheapest", async () => {
    const { fallback, connections } = await answerTo({ fallback: true });

    expect(fallback?.chosen).toMatchObject({
      first: "cloud/old",
      second: "cloud/new",
      isIndependent: "no",
    });
    expect(fallback?.take).toMatchObject({
      ...{ first: "cloud/old", second: "host/new", isIndependent: "yes" },
      ...{ firstMonthlyUsd: 1_050, secondMonthlyUsd: 4_200, failoverDayUsd: 140 },
    });
    expect(connections.map(({ model, provider }) => [model, provider])).toEqual([
      ["a/old", "cloud"],
      ["b/new", "host"],
    ]);
  });

  test("the bill is judged at the output counted: 2,000 for input and 5 times 2,000 for output", async () => {
    const traffic = { inputTokens: 1_000_000_000, outputTokens: 1_000_000_000, requests: 1_000 };
    const plain = await answerTo({ traffic, fromRoute: "maker/old", toRoute: "cloud/new" });
    const cheaper = { from: "b/new", to: "a/old", fromRoute: "cloud/new", toRoute: "maker/old" };
    const counted = await answerTo({ ...cheaper, traffic, outputRatio: 5 });
    const [there, back] = counted.switching.map(({ items }) =>
      items.find(({ code }) => code === "cost-at-traffic"),
    );

    expect([plain.from.monthlyUsd, plain.to.monthlyUsd]).toEqual([4_000, 6_000]);
    expect([counted.from.monthlyUsd, counted.to.monthlyUsd]).toEqual([6_000, 12_000]);
    expect(there?.text).toContain("$6,000 becomes $12,000 a month: $6,000 more");
    expect(counted.summary.map(({ text }) => text)).toContain(there?.text);
    expect(there?.severity).not.toBe("gain");
    expect(back?.text).toContain("$12,000 becomes $6,000 a month");
    expect(counted.switching[1]?.items.find(({ code }) => code === "verbosity")?.text).toContain(
      "new writes 0.2 times the output of old",
    );
  });

  test("a library asked for whose file cannot be written makes the answer no, with the reason", async () => {
    const config = ["litellm", "openrouter"];
    const outcome = await switchModel.answer({ from: "a/old", to: "b/new", config }, deps);
    if (!outcome.ok) throw new Error("no answer");
    const { isNo, report, print } = outcome.value;
    const because = "No file for openrouter: no live route of new at OpenRouter is known";

    expect(isNo).toBe(true);
    expect(print("config")?.split("\n")[0]).toBe(`// ${because}`);
    expect(print("config")).toContain("model_list:");
    expect(JSON.stringify(report({ brief: true, withSources: false }))).toContain(because);
  });

  test("unasked, a file that cannot be written is no failure", async () => {
    const outcome = await switchModel.answer({ from: "a/old", to: "b/new" }, deps);

    expect(outcome.ok && outcome.value.isNo).toBe(false);
  });

  test("every library is written for unless some are named", async () => {
    const all = await answerTo({});
    const one = await answerTo({ config: ["litellm"] });

    expect(all.configurations.length + all.notWritten.length).toBe(5);
    expect(one.configurations.map((each) => each.for)).toEqual(["litellm"]);
  });

  test("whatever is cited is in the list of sources", async () => {
    const answer = await answerTo({ fallback: true });
    const listed = new Set(answer.sources.map(({ id }) => id));

    expect(
      placesOf(answer)
        .flatMap(({ cited }) => cited)
        .filter((id) => !listed.has(id)),
    ).toEqual([]);
  });
});
