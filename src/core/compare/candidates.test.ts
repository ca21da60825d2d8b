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
});
