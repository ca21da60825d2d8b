import { counted } from "../compare/wording.ts";
import type { ListedRun } from "../runs/run-reader.ts";
import { left, list, right, section } from "./comparison/setting.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatUsd } from "./format.ts";

/** What `runs` answers. */
export interface RunList {
  readonly store: string;
  readonly runs: readonly ListedRun[];
}

/** Every run of a store, the latest first. */
export function runsDocument({ store, runs }: RunList): Document {
  return { title: "Runs", stamp: store, blocks: [leadOf(runs), ...runBlocks(runs)] };
}

function leadOf(runs: readonly ListedRun[]): Block {
  return { kind: "lead", lines: [leadText(runs)] };
}

function leadText(runs: readonly ListedRun[]): string {
  if (runs.length === 0)
    return "Nothing is measured yet. `steelyard measure suite.yaml` makes a run.";
  const own = runs.filter(({ isEvidence }) => isEvidence).length;
  const counting =
    own === 1 ? "One came to its end and counts" : `${own} came to their end and count`;
  return `${counted(runs.length, "run")}. ${counting} in every answer.`;
}

function runBlocks(runs: readonly ListedRun[]): readonly Block[] {
  if (runs.length === 0) return [];
  const columns = [
    ...[left("run"), left("endpoints"), left("day"), left("measured")],
    ...[right("spent"), left("counts")],
  ];
  return [{ kind: "table", columns, rows: runs.map(rowOf) }];
}

function rowOf(each: ListedRun): readonly Line[] {
  const { run, kind, createdAt, endpoints, cells, done, failed, usd, unpriced } = each;
  const names = endpoints.join(", ");
  const measured = `${formatNumber(done, 0)} of ${formatNumber(cells, 0)}`;
  return [
    [{ text: run, to: { kind: "place", path: runPath(run) } }],
    kind === "suite" ? names : `probe of ${names}`,
    createdAt.slice(0, 10),
    failed === 0 ? measured : `${measured}, ${formatNumber(failed, 0)} failed`,
    usd === null
      ? [{ text: "?", tone: "unknown" }]
      : `${unpriced > 0 ? "≥ " : ""}${formatUsd(usd)}`,
    each.isEvidence ? "yes" : [{ text: "not yet", tone: "dim" }],
  ];
}

/** Where a site shows a run. */
export function runPath(run: string): string {
  return `/evidence/${encodeURIComponent(run)}`;
}

/** What stands on the page of a team's own evidence. */
export function ownRunsBlocks(runs: readonly ListedRun[]): readonly Block[] {
  return section("Everything in the store", [
    ...(runs.length === 0 ? list(["Nothing is measured yet."]) : []),
    ...runBlocks(runs),
  ]);
}
