import { counted, listed } from "../compare/wording.ts";
import type { PlannedProbes, PlannedSpend } from "../probes/planned-probes.ts";
import { probes } from "../probes/probes.ts";
import { left, list, paragraph, right, section } from "./comparison/setting.ts";
import type { Document } from "./document.ts";
import { formatNumber, formatTokensShort, formatUsd } from "./format.ts";
import { titleOf } from "./probe/probe-words.ts";

/** What a session of probes would take, before anything is sent. */
export function probePlanDocument(plan: PlannedProbes, model: string): Document {
  const columns = [
    left("probe"),
    left("asks"),
    right("trials"),
    right("requests"),
    right("tokens in"),
  ];
  return {
    title: `What probing ${model} would take`,
    blocks: [
      { kind: "lead", lines: [probePlanSentence(plan), "Nothing was sent."] },
      {
        kind: "table",
        columns,
        rows: plan.probes.map(({ probe, trials, requests, inputTokens }) => [
          probe,
          probes.find(({ id }) => id === probe)?.asks ?? "",
          String(trials),
          formatNumber(requests, 0),
          formatTokensShort(inputTokens.usual),
        ]),
      },
      ...section(
        "Without words in this wire format",
        list(plan.withoutWords.length === 0 ? [] : [`${listed(plan.withoutWords.map(titleOf))}.`]),
      ),
      paragraph(
        "Requests that fail on the way are sent again, at most twice. Tokens are estimated by the length of texts; answers of models that reason are longer.",
      ),
    ],
  };
}

/** `25 probes, 380 requests, about 41k tokens in and 60k out, $0.31 ($0.12 to $0.80).` */
export function probePlanSentence({ probes: all, total }: PlannedProbes): string {
  const { requests, inputTokens, outputTokens } = total;
  return `${counted(all.length, "probe")}, ${formatNumber(requests, 0)} requests, about ${formatTokensShort(inputTokens.usual)} tokens in and at most ${formatTokensShort(outputTokens.high)} out; ${moneyText(total)}.`;
}

function moneyText({ usd }: PlannedSpend): string {
  if (usd === null) return "what it costs is unknown without --route";
  return `about ${formatUsd(usd.usual)}, at most ${formatUsd(usd.high)}`;
}

/** How far a session is, in a line. */
export function probeProgressText(done: number, planned: number): string {
  return `${formatNumber(done, 0)} of about ${formatNumber(planned, 0)} requests`;
}
