import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { contextOf } from "../../../test/builders/context-of.ts";
import { dossierOf, type GivenModel } from "../../../test/builders/dossier-of.ts";
import { twoModels } from "../../../test/builders/two-models.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { ComparisonContext } from "../compare/context.ts";
import { parseConstraint } from "../verdict/constraints.ts";
import { movesOf } from "./moves.ts";

const itemsOf = (from: Candidate, to: Candidate, given: Partial<ComparisonContext> = {}) =>
  movesOf(contextOf([from, to], given))[0]?.items ?? [];

const itemOf = (from: Candidate, to: Candidate, code: string) =>
  itemsOf(from, to).find((each) => each.code === code);

const model = (id: string, given: Partial<GivenModel> = {}) =>
  candidateOf(
    dossierOf({
      id,
      routes: [{ id: `host/${id}`, prices: { input: "1", output: "2" } }],
      ...given,
    }),
    { monthlyUsd: 100 },
  );

const severityOrder = ["blocker", "work", "check", "gain"];

describe("what a move between two models changes", () => {
  test("both directions are written, the gravest item first", () => {
    const moves = movesOf(contextOf(twoModels()));

    expect(moves.map(({ from, to }) => `${from} > ${to}`)).toEqual([
      "acme/large > bee/small",
      "bee/small > acme/large",
    ]);
    for (const { items } of moves) {
      const ranks = items.map(({ severity }) => severityOrder.indexOf(severity));
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
    }
  });

  test("every item says what can be done about it", () => {
    const items = movesOf(contextOf(twoModels())).flatMap((move) => move.items);

    expect(items.filter(({ text, remedy }) => text === "" || remedy === "")).toEqual([]);
  });

  test("a lost capability is work, one that nobody settles a check, a new one a gain", () => {
    const [large, small] = twoModels();
    const severities = itemsOf(large, small)
      .filter(({ code }) => code.startsWith("capability-"))
      .map(({ code, severity, text }) => [code, severity, text.split(":")[0]?.split(" is ")[0]]);

    expect(severities).toEqual([
      ["capability-lost", "work", "Code execution tool"],
      ["capability-unverified", "check", "Tool calls"],
      ["capability-gained", "gain", "Reasoning"],
      ["capability-gained", "gain", "Video input"],
    ]);
  });

  test("a smaller context window is work, and a blocker when a stated need is lost", () => {
    const from = model("a/one", { facts: { "limit.context": 1_000_000 } });
    const to = model("b/two", { facts: { "limit.context": 250_000 } });
    const failed = {
      constraint: "context>=500k",
      result: "fails",
      because: "Context window: 250000",
      sources: [],
    } as const;

    expect(itemOf(from, to, "context-shrinks")).toMatchObject({
      severity: "work",
      text: "The context window shrinks from 1,000,000 to 250,000 tokens.",
    });
    const blocked = itemsOf(from, { ...to, constraints: [failed] });
    expect(
      blocked.filter(({ severity }) => severity === "blocker").map(({ code }) => code),
    ).toEqual(["context-shrinks"]);
  });

  test("a failed need that no rule speaks of is a blocker of its own", () => {
    const failed = {
      constraint: "maker=acme",
      result: "fails",
      because: "Maker: b",
      sources: [],
    } as const;

    expect(itemsOf(model("a/one"), { ...model("b/two"), constraints: [failed] })[0]).toMatchObject({
      code: "need-unmet",
      severity: "blocker",
    });
  });

  test("a stated need that nobody settles is a check, told once", () => {
    const open = (constraint: string) =>
      ({ constraint, result: "unknown", because: "nobody says", sources: [] }) as const;
    const from = model("a/one", { facts: { "cap.tools": true } });
    const to = { ...model("b/two"), constraints: [open("region=eu"), open("tools")] };

    expect(itemsOf(from, to).filter(({ code }) => code === "need-unverified")).toMatchObject([
      { severity: "check", text: "Whether two meets region=eu is not known (nobody says)." },
    ]);
  });

  test("the share of requests that no longer fit comes from the traffic's own tiers", () => {
    const from = model("a/one", { facts: { "limit.context": 1_000_000 } });
    const to = model("b/two", { facts: { "limit.context": 200_000 } });
    const tier = { inputTokens: 1_000, outputTokens: 100 };
    const tiers = [
      { ...tier, promptTokensUpTo: 200_000, requests: 90 },
      { ...tier, requests: 10 },
    ];
    const traffic = { inputTokens: 2_000, outputTokens: 200, tiers };

    const shrinks = itemsOf(from, to, { traffic }).find(({ code }) => code === "context-shrinks");

    expect(shrinks?.text).toContain(" 10 % of your requests no longer fit.");
  });

  test("the bill's change is a true saving, one less the new over the old", () => {
    const [large, small] = twoModels();

    expect(itemOf(large, small, "cost-at-traffic")).toMatchObject({
      severity: "gain",
      text: expect.stringContaining("$3,600 becomes $65.00 a month: 98.2 % saved"),
    });
    expect(itemOf(small, large, "cost-at-traffic")).toMatchObject({
      severity: "work",
      text: expect.stringContaining("$3,535 more"),
    });
  });

  test("nobody can move to a retired model", () => {
    const lifecycle = { status: "retired", retiresOn: "2026-10-23", daysLeft: -28 } as const;

    expect(itemsOf(model("a/one"), model("b/two", { lifecycle }))[0]).toMatchObject({
      code: "lifecycle",
      severity: "blocker",
    });
  });

  test("a move is due when the model left is about to retire, and its successor is named", () => {
    const lifecycle = {
      status: "deprecated",
      retiresOn: "2026-12-11",
      daysLeft: 21,
      successors: ["a/next"],
    } as const;

    expect(itemOf(model("a/one", { lifecycle }), model("b/two"), "lifecycle")).toMatchObject({
      severity: "gain",
      remedy: expect.stringContaining("steelyard compare a/one a/next"),
    });
  });

  test("a provider who sells both is named", () => {
    const common = itemOf(model("a/one"), model("b/two"), "common-route");

    expect(common?.text).toBe("1 provider sells both: host. There only the model name changes.");
  });

  test("of the providers of both, those that meet the musts are told from the others", () => {
    const must = parseConstraint("context>=200k");
    if (!must.ok) throw new Error("no constraint");
    const price = { input: "1", output: "2" };
    const routes = [
      { id: "wide/b", prices: price, facts: { "limit.context": 400_000 } },
      { id: "narrow/b", prices: price, facts: { "limit.context": 8_000 } },
      { id: "mute/b", prices: price },
    ];
    const [from, to] = [model("a/one", { routes }), model("b/two", { routes })];
    const [common] = itemsOf(from, to, { constraints: [must.value] }).filter(
      ({ code }) => code === "common-route",
    );

    expect(common?.text).toContain(
      "What you must have is met at wide, not settled at mute, not met at narrow.",
    );
  });

  test("a provider that sold a retired model and sells the next is named as well", () => {
    const lifecycle = { status: "retired", retiresOn: "2026-10-23", daysLeft: -28 } as const;
    const routes = [{ id: "host/old", lifecycle: { status: "retired" } as const }];

    expect(
      itemOf(model("a/one", { lifecycle, routes }), model("b/two"), "common-route")?.text,
    ).toBe("1 provider that sold one sells two: host. There only the model name changes.");
  });

  test("models on one host are no fallback for each other", () => {
    expect(itemOf(model("a/one"), model("b/two"), "not-independent")?.severity).toBe("check");
  });

  test("another wire format is work, an unknown one a check", () => {
    const on = (id: string, apiShapes: readonly string[]) =>
      model(id, {
        routes: [{ id: `${id.slice(0, 1)}-host/${id}`, provider: { apiShapes } }],
      });

    expect(itemOf(on("a/one", ["messages"]), on("b/two", ["native"]), "api-shape")?.severity).toBe(
      "work",
    );
    expect(itemOf(on("a/one", ["messages"]), on("b/two", []), "api-shape")?.severity).toBe("check");
    expect(
      itemOf(on("a/one", ["messages"]), on("b/two", ["native", "messages"]), "api-shape"),
    ).toBeUndefined();
  });

  test("a retest is always due: 2,400 prompts show three points at 85 %", () => {
    expect(itemOf(model("a/one"), model("b/two"), "retest")?.text).toContain("2,400 prompts");
  });

  test("terms of data and region that nobody states are checks, never passed over", () => {
    const other = model("b/two", {
      routes: [{ id: "far/b", prices: { input: "1", output: "2" } }],
    });
    const codes = itemsOf(model("a/one"), other)
      .filter(({ severity }) => severity === "check")
      .map(({ code }) => code);

    expect(codes).toEqual(expect.arrayContaining(["data-terms", "region", "tokenizer"]));
  });

  test("a licence with conditions must be read", () => {
    const facts = {
      "model.commercial_use": "allowed-with-conditions",
      "model.license": "Gemma Terms of Use",
    };

    expect(itemOf(model("a/one"), model("b/two", { facts }), "licence")).toMatchObject({
      severity: "check",
      text: expect.stringContaining("Gemma Terms of Use"),
    });
  });
});
