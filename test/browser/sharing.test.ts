import { describe, expect } from "vitest";
import { twoModels } from "./page-types.ts";
import { scenario, visit } from "./scenario.ts";

const asked = "?requests=3M&in-each=20k&cached=60%25&task=rag&constraint=tools&failed-task=2";

/** What stands in the question, and what is answered. */
async function seen({ page }: Parameters<Parameters<typeof visit>[1]>[0]) {
  const field = (name: string) => page.getByRole("textbox", { name });
  return {
    answer: await page.locator("#answer").textContent(),
    requests: await field("Requests a month").inputValue(),
    cached: await field("Repeated prompt").inputValue(),
    musts: await field("Musts").inputValue(),
    failedTask: await field("A failed task costs").inputValue(),
    task: await page.getByLabel("Kind of work").inputValue(),
  };
}

describe("an address", () => {
  scenario("carries the whole question to another window", async (here) => {
    const { page, hasScript } = here;
    await page.goto(`${twoModels}?task=rag&constraint=tools&failed-task=2&cached=60%25`);
    await page.getByRole("textbox", { name: "Requests a month" }).fill("3M");
    await page.getByRole("button", { name: "Answer for this" }).click();
    await page.waitForURL("**?*requests=3M*");
    const mine = await seen(here);
    expect(mine).toMatchObject({ requests: "3M", cached: "60%", task: "rag", failedTask: "2" });
    const theirs = await visit(hasScript, async (elsewhere) => {
      await elsewhere.page.goto(page.url());
      return seen(elsewhere);
    });
    expect(theirs).toEqual(mine);
  });

  scenario("gives the same answer when it is loaded again", async (here) => {
    await here.page.goto(`${twoModels}${asked}`);
    const before = await seen(here);
    await here.page.reload();
    expect(await seen(here)).toEqual(before);
  });

  scenario("of the reversed pair leads to the one address of the pair", async ({ page }) => {
    const response = await page.goto(`/compare/qwen3.5-4b-vs-gpt-4.1${asked}`);
    const first = response?.request().redirectedFrom();
    expect((await first?.response())?.status()).toBe(301);
    const { pathname, search } = new URL(page.url());
    expect(pathname).toBe(twoModels);
    expect(new URLSearchParams(search)).toEqual(new URLSearchParams(asked));
  });
});
