import { spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";

const main = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

const { PATH } = process.env;

/** Nobody's facts lie here. */
const folder = mkdtempSync(join(tmpdir(), "steelyard-answers-"));

export interface Printed {
  readonly exitCode: number | null;
  readonly stdout: string;
  readonly stderr: string;
}

/** Runs the command as it is shipped. */
export function steelyard(
  argv: readonly string[],
  env: NodeJS.ProcessEnv = {},
  cwd = folder,
): Printed {
  const ran = spawnSync(process.execPath, [main, ...argv], {
    cwd,
    encoding: "utf8",
    env: { PATH, ...env },
    maxBuffer: 1e8,
  });
  return { exitCode: ran.status, stdout: ran.stdout, stderr: ran.stderr };
}

export function fileOf(name: string, content: string | Buffer): string {
  const file = join(folder, name);
  writeFileSync(file, content);
  return file;
}

/** One line of a facts file: a price in US dollars a million tokens. */
export function priceFact(
  subject: string,
  property: "price.input" | "price.output",
  change: Readonly<Record<string, string | undefined>>,
): string {
  const fact = {
    subject,
    property,
    unit: "USD/Mtok",
    source: "contract 2026-14",
    observedOn: "2026-11-01",
    ...change,
  };
  const fields = Object.entries(fact).filter(([, value]) => value !== undefined);
  return `- { ${fields.map(([field, value]) => `${field}: ${JSON.stringify(value)}`).join(", ")} }\n`;
}
