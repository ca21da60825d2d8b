import { describe, expect, test } from "vitest";
import { identifierFor } from "../../src/core/identity/identifier.ts";
import { isMovingName } from "../../src/core/identity/moving-names.ts";
import { labelledModels } from "./labelled-models.ts";
import { labelledNames } from "./labelled-names.ts";

const identify = identifierFor({ models: labelledModels, aliases: new Map() });

describe("names of one model meet", () => {
  test.each(labelledNames("same-model.txt"))("$name means $label", ({ name, label }) => {
    expect(identify(name).model).toBe(label);
  });

  test.each(labelledModels.filter(({ name }) => !isMovingName(name)))(
    "$id means itself",
    ({ id }) => {
      expect(identify(id).model).toBe(id);
    },
  );
});

describe("names of another model stay apart", () => {
  test.each(labelledNames("another-model.txt"))("$name stays apart: $label", ({ name }) => {
    expect(identify(name).model).toBeNull();
  });
});
