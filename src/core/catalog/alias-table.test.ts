import { expect, test } from "vitest";
import { aliasesOf } from "./alias-table.ts";

const brick = { id: "acme/brick-1", name: "Brick 1", aliases: ["The Brick"] };
const copy = { id: "bolt/brick-1", name: "Bolt's Brick", aliases: [] };

function served(providerModelId: string, model: string) {
  const id = `router/${providerModelId}`;
  const route = { id, provider: "router", providerModelId, aliases: [], claims: [], heldBack: [] };
  return { route, model };
}

test("ids, names, listed names and sellers' ids mean a model, in lower case", () => {
  const aliases = aliasesOf([brick], [served("Acme/Brick-1-fp8", "acme/brick-1")]);
  expect([...aliases.keys()].sort()).toEqual([
    "acme/brick-1",
    "acme/brick-1-fp8",
    "brick 1",
    "brick-1",
    "the brick",
  ]);
});

test("a name that two models share means neither", () => {
  expect(aliasesOf([brick, copy], []).get("brick-1")).toBeUndefined();
});

test("a seller's id does not take a name that a model bears itself", () => {
  const aliases = aliasesOf([brick], [served("the brick", "bolt/brick-1")]);
  expect(aliases.get("the brick")).toBe("acme/brick-1");
});
