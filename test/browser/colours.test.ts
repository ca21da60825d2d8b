import { describe, expect, test } from "vitest";
import { twoModels } from "./page-types.ts";
import { scenario, type Visit, visit } from "./scenario.ts";

function background({ page }: Visit) {
  return page.evaluate<string>("getComputedStyle(document.documentElement).backgroundColor");
}

/** Presses the word; the button beneath it is too small to see. */
async function choose({ page }: Visit, colours: "Auto" | "Light" | "Dark"): Promise<void> {
  await page.getByRole("group", { name: "Colours" }).getByText(colours).click();
}

describe("the colours", () => {
  scenario("are those of the system until somebody chooses", async (here) => {
    const { page } = here;
    await page.emulateMedia({ colorScheme: "dark" });
    await page.goto(twoModels);
    const dark = await background(here);
    await choose(here, "Light");
    const light = await background(here);
    await choose(here, "Dark");
    expect(await background(here)).toBe(dark);
    expect(light).not.toBe(dark);
    await choose(here, "Auto");
    await page.emulateMedia({ colorScheme: "light" });
    expect(await background(here)).toBe(light);
  });

  scenario("can be chosen with the keyboard", async (here) => {
    const { page } = here;
    await page.goto(twoModels);
    const light = await background(here);
    await page.getByRole("radio", { name: "Auto" }).focus();
    await page.keyboard.press("ArrowLeft");
    expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
    expect(await background(here)).not.toBe(light);
  });

  test("are remembered on the next page and the next visit, with a script", () =>
    visit(true, async (here) => {
      const { page } = here;
      await page.goto(twoModels);
      const light = await background(here);
      await choose(here, "Dark");
      const dark = await background(here);
      await page.getByRole("link", { name: "Find" }).click();
      await page.waitForURL("**/find");
      expect(await background(here)).toBe(dark);
      expect(await page.getByRole("radio", { name: "Dark" }).isChecked()).toBe(true);
      await choose(here, "Auto");
      await page.reload();
      expect(await background(here)).toBe(light);
    }));
});
