import { spawnSync } from "node:child_process";
import { existsSync, mkdirSync, readFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { z } from "zod";
import { chromiumPath } from "../test/browser/chromium-path.ts";
import { twoModels } from "../test/browser/page-types.ts";
import { serveSite } from "../test/browser/served-site.ts";

const version = "12.8.2";
/** Kept between runs, and out of the lock: it brings more than a hundred packages. */
const folder = join(tmpdir(), `steelyard-lighthouse-${version}`);
const paths = ["/", twoModels, "/find"];
/** Anything else that Lighthouse takes: `npm run lighthouse -- --preset=desktop`. */
const given = process.argv.slice(2);
const flags = "--headless=new --no-sandbox --disable-gpu --disable-dev-shm-usage";

const Audit = z.object({
  id: z.string(),
  title: z.string(),
  score: z.number().nullable(),
  displayValue: z.string().optional(),
  explanation: z.string().optional(),
  details: z.unknown().optional(),
});

const LighthouseReport = z.object({
  /** How fast this machine was: below 1300 the simulated telephone is slower than any that is sold. */
  environment: z.object({ benchmarkIndex: z.number() }),
  categories: z.record(
    z.string(),
    z.object({
      title: z.string(),
      score: z.number().nullable(),
      auditRefs: z.array(z.object({ id: z.string(), weight: z.number() })),
    }),
  ),
  audits: z.record(z.string(), Audit),
});

/** The four scores of pages served as they are shipped, and every audit that takes points off. */
async function judgePages(): Promise<void> {
  install();
  const site = await serveSite();
  try {
    for (const path of paths) {
      const address = `${site.origin}${path}`;
      /** A site that has been up for a moment has drawn its pages once. */
      await (await fetch(address, { headers: { Connection: "close" } })).text();
      process.stdout.write(`${path}\n${linesOf(judge(address))}\n`);
    }
  } finally {
    await site.stop();
  }
}

function install(): void {
  if (existsSync(join(folder, "node_modules", "lighthouse"))) return;
  mkdirSync(folder, { recursive: true });
  run("npm", ["install", "--prefix", folder, "--no-save", "--no-audit", `lighthouse@${version}`]);
}

function judge(address: string): z.output<typeof LighthouseReport> {
  const report = join(folder, "report.json");
  const cli = join(folder, "node_modules", "lighthouse", "cli", "index.js");
  const argv = [address, "--quiet", "--output=json", `--output-path=${report}`, ...given];
  run(process.execPath, [cli, ...argv, `--chrome-flags=${flags}`]);
  return LighthouseReport.parse(JSON.parse(readFileSync(report, "utf8")));
}

function run(command: string, argv: readonly string[]): void {
  const env = { ...process.env, CHROME_PATH: chromiumPath() };
  const { status } = spawnSync(command, argv, { env, stdio: ["ignore", "ignore", "inherit"] });
  if (status !== 0) throw new Error(`${command} ${argv[0]} ended with ${status}.`);
}

function linesOf(report: z.output<typeof LighthouseReport>): string {
  const { categories, audits, environment } = report;
  const lines = Object.values(categories).flatMap(({ title, score, auditRefs }) => [
    `  ${title}: ${Math.round((score ?? 0) * 100)}`,
    ...auditRefs.flatMap(({ id, weight }) => {
      const audit = audits[id];
      if (audit === undefined || audit.score === null || audit.score >= 1) return [];
      return [`    ${id} ${audit.score} (weight ${weight}): ${whyOf(audit)}`];
    }),
  ]);
  return [`  on a machine of benchmark index ${environment.benchmarkIndex}`, ...lines].join("\n");
}

function whyOf({ title, displayValue, explanation, details }: z.output<typeof Audit>): string {
  const found = JSON.stringify(details ?? {}).slice(0, 600);
  return [title, displayValue, explanation, found].filter((each) => each !== undefined).join(" · ");
}

await judgePages();
