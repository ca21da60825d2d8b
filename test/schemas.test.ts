import { readFileSync } from "node:fs";
import { expect, test } from "vitest";
import { publishedSchemas } from "../scripts/published-schemas.ts";

test.each(Object.keys(publishedSchemas))("schemas/%s is what the program reads by", (name) => {
  const published = readFileSync(new URL(`../schemas/${name}`, import.meta.url), "utf8");
  expect(published, "write it again: npm run schemas").toBe(publishedSchemas[name]);
});
