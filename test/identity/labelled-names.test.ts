import { describe, expect, test } from "vitest";
import { identifierFor } from "../../src/core/identity/identifier.ts";
import { anotherModel } from "./another-model.ts";
import { labelledModels } from "./labelled-models.ts";
import { sameClosedModel } from "./same-closed-model.ts";
import { sameOpenModel } from "./same-open-model.ts";

const identify = identifierFor({ models: labelledModels, aliases: new Map() });

const same = [...sameClosedModel, ...sameOpenModel].flatMap(([model, names]) =>
  names.map((name) => ({ name, model })),
);
const other = anotherModel.flatMap(([because, names]) => names.map((name) => ({ name, because })));

describe("names of one model meet", () => {
  test.each(same)("$name means $model", ({ name, model }) => {
    expect(identify(name).model).toBe(model);
  });
});

describe("names of another model stay apart", () => {
  test.each(other)("$name is no model of the catalog, for $because", ({ name }) => {
    expect(identify(name).model).toBeNull();
  });
});
