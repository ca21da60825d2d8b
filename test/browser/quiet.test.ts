import { describe, expect, test } from "vitest";
import { pageTypes } from "./page-types.ts";
import { manners, visit } from "./scenario.ts";
import { show } from "./show.ts";

const each = pageTypes.flatMap((type) => manners.map((manner) => ({ type, ...manner })));

/** What a browser says of any page that is no page, and nothing of ours. */
const notFound = "Failed to load resource: the server responded with a status of 404 (Not Found)";

describe("a page asks nobody else, complains of nothing and breaks no policy", () => {
  test.each(each)("$type.name, $manner", ({ type, hasScript }) =>
    visit(hasScript, async ({ page, origin, noise }) => {
      await show(page, origin, type);
      expect(noise).toEqual(type.isProblem ? [notFound] : []);
    }),
  );
});
