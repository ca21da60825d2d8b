import { describe, expect } from "vitest";
import { twoModels } from "./page-types.ts";
import { scenario, type Visit } from "./scenario.ts";

/** How far below the upper edge of the window a part begins, in pixels; 16 are left free above it. */
function topOf({ page }: Visit, id: string): Promise<number> {
  const top = `document.getElementById("${id}").getBoundingClientRect().top`;
  return page.evaluate<number>(`Math.round(${top})`);
}

describe("the parts of a long page", () => {
  scenario("are reached from the list of them", async (here) => {
    const { page } = here;
    await page.goto(twoModels);
    const contents = page.getByRole("navigation", { name: "On this page" });
    for (const [name, id] of [
      ["Sources", "sources"],
      ["Benchmarks", "benchmarks"],
      ["Cost a month", "cost-a-month"],
    ] as const) {
      await contents.getByRole("link", { name, exact: true }).click();
      await expect.poll(() => topOf(here, id)).toBe(16);
    }
  });

  scenario("are reached by their address", async (here) => {
    await here.page.goto(`${twoModels}#benchmarks`);
    await expect.poll(() => topOf(here, "benchmarks")).toBe(16);
  });
});
