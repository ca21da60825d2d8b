import type { Cell } from "../../src/core/runs/cell.ts";
import { evidenceOf } from "../../src/core/runs/evidence-of.ts";
import type { RunReader } from "../../src/core/runs/run-reader.ts";
import { reportOfRun } from "../../src/measure/reports/report-of-run.ts";
import { runReader } from "../../src/measure/reports/run-reader.ts";
import { type Came, type MeasuredStore, measuredStore, twoEndpoints } from "./measured-store.ts";
import { endpointOf } from "./suite-of.ts";

const prompts = 80;

/** Its id, by which examples ask for it. */
export const smallRun = "laying-bricks-0a1b2c3d4e";

/** The newer is as good, and costs a fifth: of 80 prompts the older misses four, the newer three. */
function cameOf(prompt: string, endpoint: string): Came {
  const number = Number(prompt.slice(1));
  if (endpoint === "next" && number === 79) return { failure: "server-error" };
  const isWrong = endpoint === "now" ? number % 20 === 3 : number % 25 === 7;
  return {
    text: isWrong ? `About ${number}, I think.` : `${number}`,
    score: isWrong ? 0 : 1,
    usd: endpoint === "now" ? "0.002" : "0.0004",
    ms: (endpoint === "now" ? 400 : 240) + ((number * 37) % 80),
  };
}

let opened: Promise<RunReader> | undefined;

/** A store with one run, which is decided. Nobody can close it. */
export function smallRuns(): Promise<RunReader> {
  opened ??= open();
  return opened;
}

/** The same as a file, which nobody holds open. */
export async function smallRunsFile(): Promise<string> {
  const { store, file } = await measuredSmall();
  await store.close();
  return file;
}

async function open(): Promise<RunReader> {
  const { store } = await measuredSmall();
  return { ...runReader(store, ".steelyard/runs.db"), close: async () => {} };
}

async function measuredSmall(): Promise<MeasuredStore> {
  const suite = twoEndpoints(prompts, {
    endpoints: [
      endpointOf("now", { model: "gpt-4.1" }),
      endpointOf("next", { model: "qwen3.5-4b" }),
    ],
    decision: {
      ...{ baseline: "now", candidates: ["next"], grader: "exact", marginPoints: 10 },
      ...{ isCheaperAsked: true, alpha: 0.05, power: 0.8 },
    },
  });
  const came = ({ prompt, endpoint }: Cell) => cameOf(prompt, endpoint);
  const measured = await measuredStore(suite, came, smallRun);
  const { store, run } = measured;
  const report = await reportOfRun(store, run);
  if (!report.ok) throw new Error(JSON.stringify(report.problem));
  await store.keepEvidence(evidenceOf(report.value, "2026-11-20"));
  return measured;
}
