import { mkdirSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { type Browser, chromium } from "playwright-core";
import { launched } from "../test/browser/launched.ts";
import { type PageType, pageTypes } from "../test/browser/page-types.ts";
import { serveSite } from "../test/browser/served-site.ts";
import { layOutAll, show } from "../test/browser/show.ts";

const folder = "shots";
const widths = [390, 1024, 1600] as const;
const schemes = ["light", "dark"] as const;
/** A longer page is cut. */
const pieceHeight = 1500;

type Scheme = (typeof schemes)[number];

/** Pictures of every kind of page, to be looked at: `npm run shots`, or `npm run shots -- find`. */
async function takeShots(wanted: readonly string[]): Promise<void> {
  const types = pageTypes.filter(
    ({ name }) => wanted.length === 0 || wanted.some((word) => name.includes(word)),
  );
  rmSync(folder, { recursive: true, force: true });
  mkdirSync(folder);
  const site = await serveSite();
  const browser = await chromium.launch(launched());
  const rows: string[] = [];
  try {
    for (const type of types) {
      const files: string[] = [];
      for (const width of widths) {
        for (const scheme of schemes) {
          files.push(...(await picturesOf(browser, site.origin, { type, width, scheme })));
        }
      }
      rows.push(rowHtml(type, files, await printed(browser, site.origin, type)));
      process.stdout.write(`${type.name}: ${files.length} pictures\n`);
    }
  } finally {
    await browser.close();
    await site.stop();
  }
  writeFileSync(join(folder, "index.html"), sheetHtml(rows));
}

interface Wanted {
  readonly type: PageType;
  readonly width: number;
  readonly scheme: Scheme;
}

async function picturesOf(
  browser: Browser,
  origin: string,
  { type, width, scheme }: Wanted,
): Promise<readonly string[]> {
  const page = await browser.newPage({
    viewport: { width, height: 900 },
    colorScheme: scheme,
  });
  await show(page, origin, type);
  await layOutAll(page);
  const height = await page.evaluate<number>("document.documentElement.scrollHeight");
  const across = await page.evaluate<number>("document.documentElement.scrollWidth");
  if (across > width) process.stdout.write(`${type.name} at ${width}: ${across} px wide\n`);
  const files: string[] = [];
  for (let y = 0; y < height; y += pieceHeight) {
    const file = `${slugOf(type)}-${width}-${scheme}-${files.length + 1}.png`;
    const clip = { x: 0, y, width, height: Math.min(pieceHeight, height - y) };
    await page.screenshot({ path: join(folder, file), fullPage: true, clip });
    files.push(file);
  }
  await page.close();
  return files;
}

async function printed(browser: Browser, origin: string, type: PageType): Promise<string> {
  const page = await browser.newPage();
  await show(page, origin, type);
  const file = `${slugOf(type)}.pdf`;
  await page.pdf({ path: join(folder, file), format: "A4", margin: margins });
  await page.close();
  return file;
}

const margins = { top: "15mm", bottom: "15mm", left: "15mm", right: "15mm" };

function slugOf({ name }: PageType): string {
  return name.replaceAll(" ", "-");
}

function rowHtml({ name, path }: PageType, files: readonly string[], pdf: string): string {
  const pictures = files.map(
    (file) => `<a href="${file}"><img src="${file}" alt="${file}" loading="lazy"></a>`,
  );
  return `<h2>${name} <small>${path.replaceAll("&", "&amp;")}</small> <a href="${pdf}">printed</a></h2><p>${pictures.join("")}</p>`;
}

function sheetHtml(rows: readonly string[]): string {
  const style = "img{width:18rem;height:22rem;object-fit:cover;object-position:top;margin:.3rem}";
  return `<!doctype html><meta charset="utf-8"><title>Pages</title><style>${style}</style>${rows.join("\n")}\n`;
}

await takeShots(process.argv.slice(2));
