import { describe, expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { defaultTraffic } from "../cost/traffic.ts";
import { candidatesOf } from "./candidates.ts";

const ask = { traffic: defaultTraffic, constraints: [] };
const prices = { input: "1", output: "2" };

describe("a model as it would be used", () => {
  test("one that writes no text is never used for chat, whatever it costs", () => {
    const painter = dossierOf({
      id: "a/painter",
      facts: { "model.kind": "image", "modality.output": "image" },
      routes: [{ id: "host/painter", prices }],
    });
    expect(candidatesOf([painter], ask)[0]?.standing).toEqual({
      kind: "fails",
      because: ["chat (writes no text)"],
    });
  });

  test("a route that gives labels back is passed over", () => {
    const model = dossierOf({
      id: "a/model",
      routes: [
        { id: "cheap/decisions", prices, facts: { "modality.output": "label" } },
        { id: "dear/model", prices: { input: "3", output: "6" } },
      ],
    });
    expect(candidatesOf([model], ask)[0]?.route?.entry.id).toBe("dear/model");
  });

  test("an interruptible route does not stand for the ordinary price", () => {
    const model = dossierOf({
      id: "a/model",
      routes: [
        { id: "host/model-spot", prices, facts: { "route.service": "spot" } },
        { id: "host/model", prices: { input: "3", output: "6" } },
      ],
    });
    expect(candidatesOf([model], ask)[0]?.route?.entry.id).toBe("host/model");
  });

  describe("is priced where", () => {
    const reseller = { id: "gray/model", prices: { input: "0.8", output: "4" } };
    const maker = {
      id: "acme/model",
      provider: { kind: "first-party", name: "Acme" },
      prices: { input: "1", output: "5" },
    } as const;

    test("closed weights come from their maker, though a reseller asks less, which is said", () => {
      const closed = dossierOf({
        id: "acme/model",
        facts: { "model.openness": "proprietary" },
        routes: [reseller, maker],
      });
      const [candidate] = candidatesOf([closed], ask);
      expect(candidate?.route?.entry.id).toBe("acme/model");
      expect(candidate?.cost).toMatchObject({
        monthlyUsd: 2050,
        because:
          "Acme: the only route of its maker and the clouds; a reseller asks $1,640, how it undercuts them is not stated",
      });
    });

    test("open weights are cheapest, whoever serves them", () => {
      const open = dossierOf({
        id: "acme/model",
        facts: { "model.openness": "open-weights" },
        routes: [reseller, maker],
      });
      expect(candidatesOf([open], ask)[0]?.route?.entry.id).toBe("gray/model");
    });

    test("the team's own price stands, though it is the dearer", () => {
      const own = dossierOf({
        id: "acme/model",
        facts: { "model.openness": "open-weights" },
        routes: [reseller, { ...maker, isOwn: true }],
      });
      expect(candidatesOf([own], ask)[0]?.cost).toMatchObject({
        because: "Acme: the price in your own facts",
      });
    });

    test("no plan stands for ordinary traffic", () => {
      const planned = dossierOf({
        id: "acme/model",
        routes: [{ ...reseller, provider: { kind: "plan" } }],
      });
      expect(candidatesOf([planned], ask)[0]?.standing).toEqual({
        kind: "no-route",
        because: "only plans and training services list it",
      });
    });
  });
});
