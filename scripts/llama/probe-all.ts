import { spawnSync } from "node:child_process";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import type { ProbeId } from "../../src/core/probes/probe.ts";
import { type ProbeReport, probeReport } from "../../src/core/probes/probe-report.ts";
import type { CellResult } from "../../src/core/runs/result.ts";
import { openRunStore } from "../../src/store/runs/open-run-store.ts";
import type { LlamaServer } from "./llama-servers.ts";

const command = fileURLToPath(new URL("../../dist/faces/cli/main.js", import.meta.url));

/** What tells the models apart, and what this server does with all of them. */
interface Expected {
  /** Ends of the names of models; absent: of all. */
  readonly of?: readonly string[];
  readonly probe: ProbeId;
  readonly verdict?: string;
  readonly seen?: RegExp;
}

const expected: readonly Expected[] = [
  { probe: "unknown-model", verdict: "unsupported", seen: /answered with 200/ },
  { probe: "context", verdict: "unsupported" },
  { probe: "json-schema", verdict: "supported" },
  { probe: "stream-usage", verdict: "supported" },
  { of: ["reasoning"], probe: "reasoning", verdict: "supported" },
  { of: ["careful", "plain", "caller"], probe: "reasoning", verdict: "unsupported" },
  { of: ["caller"], probe: "tools-named", seen: /called instead/ },
  { of: ["careful", "plain"], probe: "tools-forced", seen: /ignored with 200: plain text/ },
];

/** Probes every server, prints what is found, and tells what is not as it should be. */
export async function probeAll(
  servers: readonly LlamaServer[],
  folder: string,
): Promise<readonly string[]> {
  const wrong: string[] = [];
  for (const [place, { baseUrl, model }] of servers.entries()) {
    const file = join(folder, `probes-${place}.db`);
    const words = ["probe", baseUrl, "--model", model, "--save", "--store", file];
    const { status } = spawnSync(process.execPath, [command, ...words], {
      stdio: ["ignore", "inherit", "inherit"],
    });
    const report = status === 0 ? await probedIn(file) : undefined;
    if (report === undefined) wrong.push(`probe of ${model} ended with ${status}`);
    else wrong.push(...wrongIn(report, model));
  }
  return wrong;
}

async function probedIn(file: string): Promise<ProbeReport | undefined> {
  const store = await openRunStore(file, "read");
  if (!store.ok) return undefined;
  try {
    const [run] = await store.value.runs();
    if (run === undefined) return undefined;
    const results: CellResult[] = [];
    for await (const result of store.value.results(run.id)) results.push(result);
    return probeReport(run, results);
  } finally {
    await store.value.close();
  }
}

function wrongIn({ outcomes, context }: ProbeReport, model: string): readonly string[] {
  const taken = context?.takenTokens ?? 0;
  const mistakes = taken > 1900 && taken <= 2048 ? [] : [`${model} takes ${taken} tokens`];
  for (const { of, probe, verdict, seen } of expected) {
    if (of !== undefined && !of.some((end) => model.endsWith(end))) continue;
    const outcome = outcomes.find((each) => each.probe === probe);
    const isSeen = seen === undefined || outcome?.seen.some(({ because }) => seen.test(because));
    if (isSeen && (verdict === undefined || outcome?.verdict === verdict)) continue;
    const found = outcome?.seen.map(({ because }) => because).join("; ");
    mistakes.push(`${probe} of ${model} is ${outcome?.verdict}: ${found}`);
  }
  return mistakes;
}
