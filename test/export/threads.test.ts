import { writeFileSync } from "node:fs";
import { pathToFileURL } from "node:url";
import { describe, expect, test } from "vitest";
import { crawl } from "../../src/faces/export/crawl.ts";
import type { ThreadStart } from "../../src/faces/export/thread-messages.ts";
import { drawingThreads } from "../../src/faces/export/threads.ts";
import { fileOf, priceFact } from "../answers/built-cli.ts";
import { filesIn, newFolder } from "./exported.ts";
import { grownCatalog, smallPackage } from "./small-package.ts";

const catalog = grownCatalog();
const untimed = (text: string) => text.replace(/in [\d.]+ s/, "in # s");

describe("a site drawn by the built command in threads", () => {
  const facts = fileOf(
    "prices.yaml",
    priceFact("route:openrouter/qwen/qwen3.5-20b", "price.input", { value: "0.0123" }),
  );
  const built = smallPackage(catalog);
  const drawnBy = (threads: string) => {
    const folder = newFolder();
    const { exitCode, stdout, stderr } = built.exported(
      ...[folder, "--threads", threads, "--facts", facts],
    );
    const said = { exitCode, stdout: untimed(stdout.replace(folder, "site")), stderr };
    return { said, files: filesIn(folder) };
  };

  test("is the one that the process draws alone, byte for byte, and is told of alike", () => {
    const alone = drawnBy("1");
    const together = drawnBy("3");
    expect(alone.said.exitCode).toBe(0);
    expect(alone.said.stderr).toContain("/problems/not-found, where nothing stands");
    expect(together.said).toEqual(alone.said);
    expect([...together.files.keys()]).toEqual([...alone.files.keys()]);
    const others = [...together.files].filter(([path, text]) => alone.files.get(path) !== text);
    expect(others.map(([path]) => path)).toEqual([]);
    expect(together.files.get("models/qwen/qwen3.5-20b/index.html")).toContain("0.0123");
  }, 120_000);

  test("is none when a page cannot be drawn, and names the page that the process alone names", () => {
    const index = catalog.index.replace(/"pricingUrl":"[^"]*"/, '"pricingUrl":7');
    const broken = smallPackage({ ...catalog, index });
    const [folder, other] = [newFolder(), newFolder()];
    const alone = broken.exported(folder, "--pairs", "none", "--threads", "1");
    const together = broken.exported(other, "--pairs", "none", "--threads", "3");
    expect(alone.exitCode).toBe(3);
    expect(alone.stderr).toContain("The page /providers/openai cannot be drawn: ");
    expect(together).toEqual(alone);
    expect([folder, other].map((each) => filesIn(each).size)).toEqual([0, 0]);
  }, 120_000);
});

describe("a thread", () => {
  const start: ThreadStart = {
    version: "0.0.0",
    facts: [],
    asOf: "2026-11-20",
    origin: "",
    runs: false,
    catalogHash: "of another catalog",
  };
  const failureIn = async (file: URL) => {
    const drawing = drawingThreads(start, { file, count: 2 });
    const [drawn] = await Promise.allSettled([crawl(drawing, ["/", "/find"]).files.next()]);
    await drawing.end();
    return drawn;
  };

  test("draws nothing from another catalog than the export was begun with", async () => {
    const built = new URL("../../dist/faces/cli/export-thread.js", import.meta.url);
    const problem = { code: "facts-changed" };
    expect(await failureIn(built)).toMatchObject({ status: "rejected", reason: { problem } });
  });

  test("that cannot begin fails the export with its reason", async () => {
    const file = `${newFolder()}.mjs`;
    writeFileSync(file, 'throw new Error("it is out of order");');
    const problem = { code: "page-broken", address: "/", reason: "it is out of order" };
    const failure = await failureIn(pathToFileURL(file));
    expect(failure).toMatchObject({ status: "rejected", reason: { problem } });
  });
});
