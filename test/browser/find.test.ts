import { describe, expect } from "vitest";
import { scenario, type Visit } from "./scenario.ts";

/** Sets the question anew; without a script it is sent. */
async function ask({ page, hasScript }: Visit, query: string, doIt: () => Promise<unknown>) {
  await doIt();
  if (!hasScript) await page.getByRole("button", { name: "Answer for this" }).click();
  await page.waitForURL(`**/find?*${query}*`);
}

/** How many of the models pass, as the lead counts them. */
async function passing({ page }: Visit): Promise<number> {
  const lead = (await page.locator("#answer").textContent()) ?? "";
  return Number(/(\d+) pass/.exec(lead)?.[1]);
}

describe("finding models", () => {
  scenario("leaves fewer with each must, and back again", async (here) => {
    const { page } = here;
    await page.goto("/find");
    const all = await passing(here);
    await ask(here, "constraint=tools", () => page.getByLabel("Tool calls").check());
    const withTools = await passing(here);
    await ask(here, "constraint=open-weights", () => page.getByLabel("Open weights").check());
    const open = await passing(here);
    expect(withTools).toBeLessThan(all);
    expect(open).toBeLessThan(withTools);
    expect(await page.getByLabel("Tool calls").isChecked()).toBe(true);
    await page.getByRole("link", { name: "Start over" }).click();
    await page.waitForURL("**/find");
    expect(await passing(here)).toBe(all);
    expect(await page.getByLabel("Tool calls").isChecked()).toBe(false);
  });

  scenario("makes a shortlist for a kind of work, and draws it", async (here) => {
    const { page } = here;
    await page.goto("/find");
    expect(await page.locator("#parts figure").count()).toBe(0);
    await ask(here, "task=rag", () => page.getByLabel("Kind of work").selectOption("rag"));
    await page.getByRole("heading", { name: /^Shortlist/ }).waitFor();
    const short = await page.getByRole("table").first().getByRole("rowheader").allTextContents();
    expect(await page.locator("#parts figure svg").count()).toBeGreaterThan(0);
    await ask(here, "budget=30", () => page.getByLabel(/At most a month/).fill("30"));
    const cheap = await page.getByRole("table").first().getByRole("rowheader").allTextContents();
    expect(cheap).not.toEqual(short);
    expect(short.length).toBeGreaterThan(cheap.length);
  });
});
