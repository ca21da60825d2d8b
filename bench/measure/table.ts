import type { InstalledSize } from "./installed-size.ts";
import type { Row } from "./measured-row.ts";
import { runners } from "./runners.ts";

/** What was measured, for a page. */
export function tableLines(
  rows: readonly Row[],
  memory: readonly Row[],
  sizes: readonly InstalledSize[],
): readonly string[] {
  return [
    `On ${new Date().toISOString().slice(0, 10)}, Node ${process.version}, one run of each; a dash was not measured.`,
    "",
    "| server | prompts × 2, at once | runner | wall | processor a request | memory at most | median latency it keeps |",
    "|---|---|---|---:|---:|---:|---:|",
    ...rows.map(rowLine),
    "",
    "| cells, 128 at once | of prompts | memory at most | processor a request |",
    "|---:|---:|---:|---:|",
    ...memory.map(
      ({ prompts, repetitions, megabytes, processorMsEach }) =>
        `| ${grouped(2 * prompts * repetitions)} | ${grouped(prompts)} | ${megabytes.toFixed(0)} MB | ${processorMsEach.toFixed(2)} ms |`,
    ),
    "",
    "| installed | packages | size |",
    "|---|---:|---:|",
    ...sizes.map(
      ({ title, packages, megabytes }) =>
        `| ${title} | ${grouped(packages)} | ${grouped(Math.round(megabytes))} MB |`,
    ),
    "",
  ];
}

function rowLine(row: Row, at: number, rows: readonly Row[]): string {
  const { runner, seconds, processorMsEach, megabytes, keptP50Ms, delayMs } = row;
  const before = rows[at - 1];
  const isNew = before === undefined || nameOfJob(before) !== nameOfJob(row);
  const latency = delayMs === 0 ? "–" : `${keptP50Ms.toFixed(1)} ms`;
  const figures = `${seconds.toFixed(1)} s | ${processorMsEach.toFixed(2)} ms | ${megabytes.toFixed(0)} MB`;
  return `| ${isNew ? nameOfJob(row) : " | "} | ${runners[runner].title} | ${figures} | ${latency} |`;
}

function nameOfJob({ delayMs, prompts, concurrency }: Row): string {
  return `${delayMs} ms | ${grouped(prompts)}, ${concurrency}`;
}

function grouped(count: number): string {
  return count.toLocaleString("en-US");
}
