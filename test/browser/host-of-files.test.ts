import { writeFileSync } from "node:fs";
import { afterAll, beforeAll, describe, expect, test } from "vitest";
import { openCatalog } from "../../src/store/compiled-catalog.ts";
import { cutCatalog } from "../export/cut-catalog.ts";
import { depsWith, exported, newFolder } from "../export/exported.ts";
import { type FileHost, hostFiles } from "./file-host.ts";
import { pastedCode } from "./page-types.ts";
import { type Visit, visit } from "./scenario.ts";
import { today } from "./served-site.ts";

const models = ["openai/gpt-4.1", "openai/gpt-4o", "openai/gpt-6-luna", "qwen/qwen3.5-4b"];
const pair = "/compare/gpt-4.1-vs-qwen3.5-4b";
const asked = "requests=3M&in-each=20k&out-each=800&cached=60%25&hit=40%25&batch=50%25";

let host: FileHost;

beforeAll(async () => {
  const folder = newFolder();
  const pairs = `${folder}-pairs.txt`;
  writeFileSync(pairs, "gpt-4.1 vs qwen3.5-4b\n");
  const deps = depsWith(cutCatalog(await openCatalog(), models));
  const { ended } = await exported(deps, { folder, pairs, asOf: today });
  expect(ended).toBe(0);
  host = await hostFiles(folder);
}, 60_000);

afterAll(() => host.stop());

/** A reader with a script at the host that has only files. */
function reader(name: string, body: (visit: Visit) => Promise<void>): void {
  test(name, () => visit(true, body));
}

async function pick({ page }: Visit, names: string): Promise<void> {
  await page.goto(`${host.origin}/`);
  const field = page.getByRole("combobox", { name: /models, by any name/ });
  await field.fill(names);
  await field.press("Escape");
  await page.getByRole("button", { name: "Compare" }).click();
}

const heading = ({ page }: Visit) => page.getByRole("heading", { level: 1 });

describe("on a host that has only files", () => {
  reader("names lead to the file of their comparison", async (here) => {
    await pick(here, "gpt 4.1, qwen 3.5 4b");
    await here.page.waitForURL(`${host.origin}${pair}/?**`);
    expect(await heading(here).textContent()).toBe("GPT-4.1 or Qwen3.5-4B");
  });

  reader(
    "a comparison without a file is drawn in its place, and again by its link",
    async (here) => {
      const { page } = here;
      await pick(here, "claude opus 3, o3");
      await heading(here).filter({ hasText: " or " }).waitFor();
      const title = await heading(here).textContent();
      expect(title).toContain("o3");
      await page.reload();
      await heading(here).filter({ hasText: " or " }).waitFor();
      expect(await heading(here).textContent()).toBe(title);
      expect(await page.title()).toBe(`${title} · Steelyard`);
    },
  );

  reader("a name that means nothing is asked back", async (here) => {
    await pick(here, "gpt 4.1, qwne3.5-4b");
    const choice = here.page.getByRole("link", { name: "Qwen3.5-4B", exact: true });
    await choice.click();
    await here.page.waitForURL(`${host.origin}${pair}/**`);
  });

  reader("a link with a month of traffic shows what the server shows", async (here) => {
    const { page, origin } = here;
    const answer = page.locator("#answer");
    await page.goto(`${origin}${pair}?${asked}`);
    const served = await answer.innerHTML();
    await page.goto(`${host.origin}${pair}?${asked}`);
    const field = page.getByRole("textbox", { name: "Requests a month" });
    await page.waitForFunction('document.querySelector("input[name=requests]").value === "3M"');
    expect(await field.inputValue()).toBe("3M");
    expect(await answer.innerHTML()).toBe(served);
    await field.fill("5M");
    await page.waitForURL(/requests=5M/);
    expect(await answer.innerHTML()).not.toBe(served);
  });

  reader("a link with musts finds what passes", async ({ page }) => {
    await page.goto(`${host.origin}/find?constraint=context%3E%3D1m`);
    await page
      .getByText(/context>=1m/)
      .first()
      .waitFor();
  });

  reader("pasted code is looked through", async ({ page }) => {
    await page.goto(`${host.origin}/scan`);
    await page.getByRole("textbox", { name: "Code" }).fill(pastedCode);
    await page.getByRole("button", { name: "Look through it" }).click();
    await page.getByRole("heading", { name: "Deadlines" }).waitFor();
    expect(page.url()).not.toContain("claude");
  });

  reader("names of other things in an address change nothing", async ({ page }) => {
    const loaded: string[] = [];
    page.on("request", (request) => void loaded.push(request.url()));
    await page.goto(`${host.origin}${pair}?utm_source=news`);
    await page.waitForLoadState("networkidle");
    expect(loaded.filter((url) => url.includes("engine"))).toEqual([]);
  });
});
