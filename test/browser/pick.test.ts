import { describe, expect } from "vitest";
import { scenario, type Visit } from "./scenario.ts";

/** Types names where a page asks for models, and asks for the comparison. */
async function compare({ page, hasScript }: Visit, names: string): Promise<void> {
  await page.goto("/");
  const field = page.getByRole(hasScript ? "combobox" : "textbox", { name: /models, by any name/ });
  await field.fill(names);
  await field.press("Escape");
  await page.getByRole("button", { name: "Compare" }).click();
}

async function expectTheAnswer({ page }: Visit): Promise<void> {
  await page.waitForURL("**/compare/gpt-4.1-vs-qwen3.5-4b?**");
  const title = await page.getByRole("heading", { level: 1 }).textContent();
  expect(title).toBe("GPT-4.1 or Qwen3.5-4B");
  const answer = await page.locator("#answer").textContent();
  expect(answer).toMatch(/(Qwen3\.5-4B|GPT-4\.1), .*Confidence (low|medium|high)/);
}

describe("picking models", () => {
  scenario("takes names as people type them", async (here) => {
    await compare(here, "gpt 4.1, qwen 3.5 4b");
    await expectTheAnswer(here);
  });

  scenario("asks back what a misspelt name means", async (here) => {
    const { page } = here;
    await compare(here, "gpt 4.1, qwne3.5-4b");
    expect(await page.getByRole("heading", { level: 1 }).textContent()).toBe("Which do you mean?");
    await page.getByRole("link", { name: "Qwen3.5-4B", exact: true }).click();
    await expectTheAnswer(here);
  });

  scenario("keeps the traffic that was typed beside the names", async (here) => {
    const { page } = here;
    await page.goto("/");
    await page.getByRole("textbox", { name: "Requests a month" }).fill("7k");
    await page.locator("input[name=models]").fill("gpt 4.1, qwne3.5-4b");
    await page.locator("input[name=models]").press("Escape");
    await page.getByRole("button", { name: "Compare" }).click();
    await page.getByRole("link", { name: "Qwen3.5-4B", exact: true }).click();
    await expectTheAnswer(here);
    expect(await page.getByRole("textbox", { name: "Requests a month" }).inputValue()).toBe("7k");
  });

  scenario("leads from a pair that is often weighed to its comparison", async ({ page }) => {
    await page.goto("/");
    const pair = page.getByRole("main").getByRole("listitem").getByRole("link").first();
    const names = await pair.textContent();
    await pair.click();
    await page.waitForURL("**/compare/*");
    const title = (await page.getByRole("heading", { level: 1 }).textContent()) ?? "";
    expect(title.split(" or ").sort()).toEqual(names?.split(" or ").sort());
  });
});
