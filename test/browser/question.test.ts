import { describe, expect, test } from "vitest";
import { twoModels } from "./page-types.ts";
import { manners, type Visit, visit } from "./scenario.ts";

/** What depends on the question: all that is drawn of an answer. */
async function drawn({ page }: Visit) {
  const markupOf = (selector: string) => page.locator(selector).first().innerHTML();
  return {
    head: await markupOf("main > header"),
    answer: await markupOf("#answer"),
    parts: await markupOf("#parts"),
  };
}

/** What a reader sees first of it. */
async function figuresOf({ page }: Visit) {
  const answer = page.locator("#answer");
  return {
    lead: await answer.locator(".lead").textContent(),
    cost: (await answer.getByRole("row", { name: /^cost/ }).allTextContents()).join(),
    chart: await page.locator("#parts figure").first().innerHTML(),
  };
}

/** Does what a change takes; with a script the answer follows by itself, without one it is sent. */
async function ask({ page, hasScript }: Visit, name: string, doIt: () => Promise<unknown>) {
  const before = new URL(page.url()).searchParams.get(name) ?? "";
  const asked = page.waitForURL((url) => (url.searchParams.get(name) ?? "") !== before);
  await doIt();
  if (!hasScript) await page.getByRole("button", { name: "Answer for this" }).click();
  await asked;
}

/** A page load is none where a script answers. */
function countLoads({ page }: Visit): () => number {
  let loads = 0;
  page.on("request", (request) => {
    if (request.isNavigationRequest()) loads += 1;
  });
  return () => loads;
}

/** What stands at the address now, as the server draws it. */
function servedAt(address: string) {
  return visit(false, async (fresh) => {
    await fresh.page.goto(address);
    return drawn(fresh);
  });
}

const traffic = [
  { label: "Requests a month", name: "requests", from: "", typed: "3M" },
  { label: "Tokens in, a request", name: "in-each", from: "", typed: "20k" },
  { label: "Tokens out, a request", name: "out-each", from: "", typed: "800" },
  { label: "Repeated prompt, of the input", name: "cached", from: "", typed: "60%" },
  { label: "Found in the cache, of it", name: "hit", from: "cached=60%25&hit=40%25", typed: "90%" },
  { label: "Can wait as a batch", name: "batch", from: "", typed: "50%" },
].flatMap((field) => manners.map((manner) => ({ ...field, ...manner })));

describe("a month of traffic", () => {
  test.each(traffic)(
    "$label: figures and chart follow it, $manner",
    ({ label, name, from, typed, hasScript }) =>
      visit(hasScript, async (here) => {
        const { page } = here;
        await page.goto(`${twoModels}?${from}`);
        const [before, loads] = [await figuresOf(here), countLoads(here)];
        const field = page.getByRole("textbox", { name: label });
        await ask(here, name, () =>
          hasScript ? page.getByRole("slider", { name: label }).press("PageUp") : field.fill(typed),
        );
        const after = await figuresOf(here);
        expect(after.cost).not.toBe(before.cost);
        expect(after.chart).not.toBe(before.chart);
        expect(loads()).toBe(hasScript ? 0 : 1);
        expect(new URL(page.url()).searchParams.get(name)).toBe(await field.inputValue());
        if (hasScript) expect(await drawn(here)).toEqual(await servedAt(page.url()));
        expect(here.noise).toEqual([]);
      }),
  );
});

const needs = [
  {
    what: "the kind of work",
    name: "task",
    change: ({ page }: Visit) => page.getByLabel("Kind of work").selectOption("maths-and-science"),
    because: "other skills count",
  },
  {
    what: "a must",
    name: "constraint",
    change: ({ page }: Visit) => page.getByLabel("Musts").fill("context>=500k"),
    because: "one of the two fails it",
  },
  {
    what: "what a failed task costs",
    name: "failed-task",
    change: ({ page }: Visit) => page.getByLabel("A failed task costs").fill("2"),
    because: "quality weighs more",
  },
  {
    what: "the day",
    name: "as-of",
    change: ({ page }: Visit) => page.getByLabel("As of").fill("2027-02-01"),
    because: "one of the two has ended then",
  },
].flatMap((need) => manners.map((manner) => ({ ...need, ...manner })));

describe("what a team needs", () => {
  test.each(needs)("the verdict follows $what: $because, $manner", ({ name, change, hasScript }) =>
    visit(hasScript, async (here) => {
      const { page } = here;
      await page.goto(twoModels);
      const [before, loads] = [await figuresOf(here), countLoads(here)];
      await ask(here, name, () => change(here));
      expect((await figuresOf(here)).lead).not.toBe(before.lead);
      expect(loads()).toBe(hasScript ? 0 : 1);
      if (hasScript) expect(await drawn(here)).toEqual(await servedAt(page.url()));
      expect(here.noise).toEqual([]);
    }),
  );
});
