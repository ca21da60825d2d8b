import { expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { sourceBook } from "../evidence/source-book.ts";
import { type Constraint, parseConstraint } from "../verdict/constraints.ts";
import { ownMachinesOf } from "./own-machines.ts";

const open = { "model.openness": "open-weights", "model.license": "Apache-2.0" };
const models = [
  dossierOf({ id: "a/open", facts: { ...open, "limit.context": 200_000 } }),
  dossierOf({ id: "b/short", facts: { ...open, "limit.context": 100_000 } }),
  dossierOf({ id: "c/silent", facts: open }),
  dossierOf({ id: "d/closed", facts: { "model.openness": "proprietary" } }),
];

function constraint(text: string): Constraint {
  const read = parseConstraint(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

const asked = (...texts: readonly string[]) =>
  ownMachinesOf(models, texts.map(constraint), sourceBook()).map(({ model, result }) => [
    model,
    result,
  ]);

test("open weights that satisfy the rest may run on machines of one's own", () => {
  expect(asked("self-host", "context>=200k")).toEqual([
    ["a/open", "passes"],
    ["c/silent", "conditional"],
  ]);
});

test("nobody is listed where sellers are allowed", () => {
  expect(asked("context>=200k")).toEqual([]);
});
