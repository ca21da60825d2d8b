import { describe, expect } from "vitest";
import { pastedCode } from "./page-types.ts";
import { scenario } from "./scenario.ts";

describe("code that is pasted", () => {
  scenario("has its models named, with their ends and successors", async ({ page }) => {
    await page.goto("/scan");
    const code = page.getByRole("textbox", { name: "Code" });
    await code.fill(pastedCode);
    await page.getByRole("button", { name: "Look through it" }).click();
    await page.getByRole("heading", { name: "Deadlines" }).waitFor();
    const ends = page
      .getByRole("region")
      .or(page.locator("section"))
      .filter({
        has: page.getByRole("heading", { name: "Deadlines" }),
      });
    expect(await ends.getByRole("row", { name: /^Claude Opus 3/ }).textContent()).toContain(
      "retired 2026-01-05",
    );
    expect(await ends.getByRole("row", { name: /^GPT-4.1/ }).textContent()).toContain("2027-01-14");
    const heirs = page.locator("section").filter({
      has: page.getByRole("heading", { name: /^GPT-4.1/ }),
    });
    expect(await heirs.getByRole("rowheader").allTextContents()).toContain("GPT-6 Luna");
    const unknown = page.locator("section").filter({
      has: page.getByRole("heading", { name: "Unknown names" }),
    });
    expect(await unknown.textContent()).toContain("gpt-4.1-nonsense");
    expect((await code.inputValue()).trim()).toBe(pastedCode.trim());
    expect(page.url()).not.toContain("claude");
  });
});
