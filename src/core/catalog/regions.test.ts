import { expect, test } from "vitest";
import { propertyText } from "../compare/property-text.ts";
import { readName } from "../identity/read-name.ts";

test.each([
  ["eu", "eu"],
  ["us, eu", "us or eu, as you choose"],
  ["us;eu;jp", "us, eu or jp, as you choose"],
])("the region %s reads '%s'", (region, text) => {
  expect(propertyText("route.region", region)).toBe(text);
});

test.each([
  [0, "not kept"],
  [1, "1 day"],
  [30, "30 days"],
])("data kept for %d days reads '%s'", (days, text) => {
  expect(propertyText("route.retention_days", days)).toBe(text);
});

test.each([
  ["europe-west4/gemini-2.5-pro", "europe-west4"],
  ["us-east-1/claude-sonnet-4-5", "us-east-1"],
  ["open-r1/olympiccoder-32b", undefined],
])("%s names the region %s", (name, region) => {
  expect(readName(name).attributes.region).toBe(region);
});
