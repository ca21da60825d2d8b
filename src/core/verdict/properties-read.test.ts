import { expect, test } from "vitest";
import { type Constraint, parseConstraint } from "./constraints.ts";
import { propertiesRead } from "./properties-read.ts";

function constraint(text: string): Constraint {
  const read = parseConstraint(text);
  if (!read.ok) throw new Error(text);
  return read.value;
}

test.each`
  text                   | property
  ${"tools"}             | ${"cap.tools"}
  ${"vision"}            | ${"modality.input"}
  ${"context>=200k"}     | ${"limit.context"}
  ${"license=mit"}       | ${"model.license"}
  ${"region=eu"}         | ${"route.region"}
  ${"no-training"}       | ${"route.trains_on_data"}
  ${"retention<=30d"}    | ${"route.retention_days"}
  ${"quantisation!=fp4"} | ${"route.quantisation"}
`("$text is judged by $property", ({ text, property }) => {
  expect(propertiesRead([constraint(text)])).toContain(property);
});

test("who sells it and what it costs are no properties", () => {
  expect(propertiesRead(["provider=openai", "max-monthly=5"].map(constraint)).size).toBe(0);
});
