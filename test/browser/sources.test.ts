import { describe, expect } from "vitest";
import { sourceKinds } from "../../src/core/evidence/source.ts";
import { describeSourceKind } from "../../src/core/report/describe-source.ts";
import { twoModels } from "./page-types.ts";
import { scenario, type Visit } from "./scenario.ts";

const speakers = sourceKinds.map(describeSourceKind).join("|");

/** The first mark of a page, the popover it opens, and whether the mark has the focus. */
function firstMark({ page }: Visit) {
  const mark = page.getByRole("main").locator("button[popovertarget]").first();
  return {
    mark,
    opened: page.locator(":popover-open"),
    hasFocus: () => mark.and(page.locator(":focus")).count(),
  };
}

for (const { name, path } of [
  { name: "a comparison", path: twoModels },
  { name: "a model", path: "/models/openai/gpt-4.1" },
]) {
  describe(`a figure of ${name}`, () => {
    scenario("is one press from its source, its speaker and its day", async (here) => {
      await here.page.goto(path);
      const { mark, opened } = firstMark(here);
      expect(await opened.count()).toBe(0);
      await mark.click();
      await opened.waitFor();
      const link = opened.getByRole("link").first();
      expect(await link.getAttribute("href")).toMatch(/^https:\/\//);
      expect(await opened.textContent()).toMatch(new RegExp(`(${speakers}), \\d{4}-\\d\\d-\\d\\d`));
      await here.page.getByRole("heading", { level: 1 }).click();
      expect(await opened.count()).toBe(0);
    });

    scenario("opens and closes by keyboard, and the focus stays", async (here) => {
      const { page } = here;
      await page.goto(path);
      const { mark, opened, hasFocus } = firstMark(here);
      await mark.focus();
      await page.keyboard.press("Enter");
      await opened.waitFor();
      await page.keyboard.press("Tab");
      expect(await opened.locator("a:focus").count()).toBe(1);
      await page.keyboard.press("Escape");
      expect(await opened.count()).toBe(0);
      expect(await hasFocus()).toBe(1);
    });
  });
}
