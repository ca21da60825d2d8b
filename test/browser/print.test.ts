import { describe, expect } from "vitest";
import { twoModels } from "./page-types.ts";
import { scenario } from "./scenario.ts";

describe("a printed comparison", () => {
  scenario("has pages, and none of what can only be pressed", async ({ page }) => {
    await page.goto(twoModels);
    const paper = (await page.pdf({ format: "A4" })).toString("latin1");
    expect(paper.slice(0, 5)).toBe("%PDF-");
    expect(paper.match(/\/Type \/Page\b/g)?.length).toBeGreaterThan(2);
    await page.getByRole("group", { name: "Colours" }).getByText("Dark").click();
    await page.emulateMedia({ media: "print", colorScheme: "dark" });
    const isSeen = (selector: string) => page.locator(selector).first().isVisible();
    for (const pressed of ["header nav", "form", "nav.contents", "fieldset"]) {
      expect(`${pressed} ${await isSeen(pressed)}`).toBe(`${pressed} false`);
    }
    for (const read of ["h1", "#answer .lead", "#parts figure svg", "ol.sources a"]) {
      expect(`${read} ${await isSeen(read)}`).toBe(`${read} true`);
    }
    const paint = "getComputedStyle(document.documentElement).backgroundColor";
    expect(await page.evaluate<string>(paint)).toBe("rgb(255, 255, 255)");
  });
  scenario("keeps the numbers of its sources, which other pages do not show", async ({ page }) => {
    await page.emulateMedia({ media: "print" });
    const marks = page.locator("button[popovertarget]");
    await page.goto(twoModels);
    expect(await marks.first().isVisible()).toBe(true);
    await page.goto("/models/openai/gpt-4.1");
    expect(await marks.count()).toBeGreaterThan(0);
    expect(await marks.first().isVisible()).toBe(false);
  });
});
