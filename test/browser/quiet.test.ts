import { describe, expect, test } from "vitest";
import { pageTypes } from "./page-types.ts";
import { manners, visit } from "./scenario.ts";
import { show } from "./show.ts";

const each = pageTypes.flatMap((type) => manners.map((manner) => ({ type, ...manner })));

describe("a page asks nobody else, complains of nothing and breaks no policy", () => {
  test.each(each)("$type.name, $manner", ({ type, hasScript }) =>
    visit(hasScript, async ({ page, origin, noise }) => {
      await show(page, origin, type);
      expect(noise).toEqual([]);
    }),
  );
});
