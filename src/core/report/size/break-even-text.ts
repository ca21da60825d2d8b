import type { BreakEvenRow } from "../../sizing/break-even-rows.ts";
import type { SizeAnswer } from "../../sizing/size-answer.ts";
import type { Line } from "../document.ts";
import { formatPercent, formatUsd } from "../format.ts";
import { linked } from "../linked.ts";
import { opening } from "../marked.ts";
import { estimateMtok, estimateUsd, gpusText } from "./estimate-text.ts";

/** Whether machines of one's own pay against a route, in plain words. */
export function breakEvenLine(row: BreakEvenRow, answer: SizeAnswer): Line {
  const { model, sourceIds } = row;
  const names = [{ name: model, to: { kind: "model", id: model } } as const];
  return opening(linked(`${sentence(row, answer)}${monthText(row)}`, names), sourceIds);
}

function sentence(row: BreakEvenRow, answer: SizeAnswer): string {
  const { route, model, isSameModel, apiUsdPerMtok, mtokPerMonth, capacityMtok } = row;
  const by = route === null || route === model ? "" : ` (${route})`;
  const who = isSameModel ? `The same model over an API${by}` : `${model}${by}`;
  if (apiUsdPerMtok === null) return `${who} has no price to weigh against: ${row.because}.`;
  const price = `${who} costs ${estimateUsd(apiUsdPerMtok)} a million tokens, prompts and answers together`;
  if (mtokPerMonth === null || capacityMtok === null) return `${price}; ${row.because}.`;
  const use = formatPercent(answer.utilisation);
  const condition = isSameModel ? "" : ", if it does your work as well";
  if (row.isFeasible) {
    return `${price}: machines of your own pay from about ${estimateMtok(mtokPerMonth)} a month on${condition}.`;
  }
  const would = `they would need ${estimateMtok(mtokPerMonth)} a month, and take ${estimateMtok(capacityMtok)} at ${use} use`;
  if (row.paysFrom === null) {
    return `${price}: machines of your own do not pay. ${would.charAt(0).toUpperCase()}${would.slice(1)}; more of them do not help.`;
  }
  const more = gpusText(row.paysFrom.replicas * answer.gpus, answer.gpuName ?? "GPUs");
  return `${price}: machines of your own pay only with ${more}, from about ${estimateMtok(row.paysFrom.mtokPerMonth)} a month on${condition}.`;
}

function monthText({ month }: BreakEvenRow): string {
  if (month === null) return "";
  const { mtok, replicas, hostingUsd, apiUsd } = month;
  const many = replicas === 1 ? "1 replica" : `${replicas} replicas`;
  return ` Your ${estimateMtok(mtok)} a month: ${formatUsd(hostingUsd)} with ${many}, ${formatUsd(apiUsd)} bought.`;
}
