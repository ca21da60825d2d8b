import { describe, expect, test } from "vitest";
import { twoModels } from "./page-types.ts";
import { scenario, visit } from "./scenario.ts";

describe("a question that goes wrong", () => {
  test("is told beside the question while it is typed, and the answer stays", () =>
    visit(true, async ({ page, noise }) => {
      await page.goto(twoModels);
      const answer = await page.locator("#answer").textContent();
      const musts = page.getByLabel("Musts");
      await musts.fill("contexts>=200k");
      const told = page.getByRole("status");
      await expect.poll(() => told.textContent()).toContain("contexts>=200k");
      expect(await page.locator("#answer").textContent()).toBe(answer);
      expect(new URL(page.url()).search).toBe("");
      await musts.fill("context>=200k");
      await expect.poll(() => told.textContent()).toBe("");
      await page.waitForURL("**?*constraint=context*");
      expect(noise).toEqual([]);
    }));

  scenario("is told on a page of its own where it is sent, and mended there", async ({ page }) => {
    await page.goto(`${twoModels}?constraint=contexts%3E%3D200k&requests=3M`);
    expect(await page.getByRole("main").textContent()).toContain("contexts>=200k");
    expect(await page.getByRole("textbox", { name: "Requests a month" }).inputValue()).toBe("3M");
    await page.getByLabel("Musts").fill("context>=200k");
    await page.getByRole("button", { name: "Answer for this" }).click();
    await page.locator("#answer").waitFor();
    expect(new URL(page.url()).searchParams.get("requests")).toBe("3M");
  });

  test("is sent to the server when the browser cannot answer by itself", () =>
    visit(true, async ({ page, context }) => {
      await context.route("**/calculator.json", (route) => route.abort());
      await page.goto(twoModels);
      await page.getByRole("textbox", { name: "Requests a month" }).fill("3M");
      await page.getByRole("button", { name: "Answer for this" }).click();
      await page.waitForURL("**?*requests=3M*");
      expect(await page.locator("#answer").textContent()).toContain("Confidence");
    }));
});
