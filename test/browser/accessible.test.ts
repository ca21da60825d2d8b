import axe from "axe-core";
import { describe, expect, test } from "vitest";
import { pageTypes } from "./page-types.ts";
import { type Visit, visit } from "./scenario.ts";
import { layOutAll, show } from "./show.ts";

interface Violation {
  readonly id: string;
  readonly nodes: readonly { readonly html: string; readonly failureSummary?: string }[];
}

/** Every rule that axe-core runs by itself, those of good practice too, and the size of targets. */
const options = JSON.stringify({
  resultTypes: ["violations"],
  rules: { "target-size": { enabled: true } },
});

async function violations({ page }: Visit): Promise<readonly string[]> {
  const found = await page.evaluate<readonly Violation[]>(
    `axe.run(document, ${options}).then((result) => result.violations)`,
  );
  return found.flatMap(({ id, nodes }) =>
    nodes.map(({ html, failureSummary }) => `${id}: ${html.slice(0, 200)} ${failureSummary}`),
  );
}

const looks = [1280, 390].flatMap((width) =>
  (["light", "dark"] as const).map((colorScheme) => ({ width, colorScheme })),
);

describe("axe-core finds nothing wrong", () => {
  test.each(pageTypes)("on the page $name, wide and narrow, light and dark", (type) =>
    visit(true, async (here) => {
      const { page, origin } = here;
      await show(page, origin, type);
      await layOutAll(page);
      await page.evaluate(axe.source);
      for (const { width, colorScheme } of looks) {
        await page.emulateMedia({ colorScheme });
        await page.setViewportSize({ width, height: 900 });
        expect({ width, colorScheme, found: await violations(here) }).toEqual({
          width,
          colorScheme,
          found: [],
        });
      }
    }),
  );

  test("while names are offered", () =>
    visit(true, async (here) => {
      const { page } = here;
      await page.goto("/");
      await page.getByRole("combobox").pressSequentially("qwen3.5");
      await page.getByRole("option").first().waitFor();
      await page.evaluate(axe.source);
      expect(await violations(here)).toEqual([]);
    }));

  test("while a mark is open", () =>
    visit(true, async (here) => {
      const { page } = here;
      await page.goto("/models/openai/gpt-4.1");
      await page.locator("button[popovertarget]").first().click();
      await page.locator(":popover-open").waitFor();
      await page.evaluate(axe.source);
      expect(await violations(here)).toEqual([]);
    }));

  test("but what is planted", () =>
    visit(true, async (here) => {
      await here.page.goto("/");
      await here.page.evaluate(`document.querySelector("h1").style.color = "var(--line)"`);
      await here.page.evaluate(axe.source);
      expect(await violations(here)).toEqual([expect.stringMatching(/^color-contrast: <h1/)]);
    }));
});
