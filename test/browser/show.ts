import type { Page } from "playwright-core";
import type { PageType } from "./page-types.ts";

/** Brings a page of this type before our eyes. */
export async function show(page: Page, origin: string, { path, pasted }: PageType): Promise<void> {
  await page.goto(`${origin}${path}`);
  if (pasted === undefined) return;
  await page.getByRole("textbox").fill(pasted);
  await page.locator("main form").getByRole("button").click();
  await page.locator("main section").first().waitFor();
}

/** Lays out the parts that are not looked at, too: pictures and judges see the whole page. */
export async function layOutAll(page: Page): Promise<void> {
  await page.evaluate(`{
    const sheet = new CSSStyleSheet();
    sheet.replaceSync("#parts > section { content-visibility: visible; overflow: visible }");
    document.adoptedStyleSheets.push(sheet);
  }`);
}
