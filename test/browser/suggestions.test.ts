import { describe, expect, test } from "vitest";
import { type Visit, visit } from "./scenario.ts";

/** Types the start of a name, and waits for names to be offered. */
async function typed(page: Visit["page"], text: string) {
  await page.goto("/");
  const field = page.getByRole("combobox", { name: /models, by any name/ });
  await field.pressSequentially(text);
  const options = page.getByRole("option");
  await options.first().waitFor();
  return { field, options };
}

describe("names offered while one is typed", () => {
  test("are chosen by arrows and taken by Enter, one after the other", () =>
    visit(true, async ({ page, noise }) => {
      const { field, options } = await typed(page, "gpt-4.1");
      await field.press("ArrowDown");
      expect(await options.nth(1).getAttribute("aria-selected")).toBe("true");
      await field.press("ArrowUp");
      await field.press("Enter");
      expect(await field.inputValue()).toBe("GPT-4.1, ");
      await field.pressSequentially("qwen3.5-4b");
      await options.first().waitFor();
      await field.press("Enter");
      expect(await field.inputValue()).toBe("GPT-4.1, Qwen3.5-4B, ");
      await field.press("Enter");
      await page.waitForURL("**/compare/gpt-4.1-vs-qwen3.5-4b?**");
      expect(noise).toEqual([]);
    }));

  test("are taken by a click", () =>
    visit(true, async ({ page }) => {
      const { field } = await typed(page, "qwen3.5-4");
      await page.getByRole("option", { name: "Qwen3.5-4B" }).first().click();
      expect(await field.inputValue()).toBe("Qwen3.5-4B, ");
    }));

  test("go away on Escape, and the field keeps its name", () =>
    visit(true, async ({ page }) => {
      const { field, options } = await typed(page, "qwen3.5-4");
      await field.press("Escape");
      await options.first().waitFor({ state: "hidden" });
      expect(await field.getAttribute("aria-expanded")).toBe("false");
      expect(await field.inputValue()).toBe("qwen3.5-4");
    }));
});
