import { counted } from "../compare/wording.ts";
import type { Estimate } from "../runs/estimated-tokens.ts";
import type { PlannedRun, ReachedLimit } from "../runs/planned-run.ts";
import type { Suite } from "../runs/suite.ts";
import { left, list, paragraph, right, section } from "./comparison/setting.ts";
import type { Block, Document, Line } from "./document.ts";
import { formatNumber, formatTokensShort, formatUsd } from "./format.ts";

/** What a run would take, before anything is sent. */
export function planDocument({ name }: Suite, plan: PlannedRun): Document {
  const { prompts, cells, endpoints, unpriced, minutes, usd } = plan;
  const money =
    unpriced.length === endpoints.length
      ? "What it costs is unknown: no endpoint names a route whose prices are known."
      : `It costs about ${formatUsd(usd.usual)}, from ${formatUsd(usd.low)} to ${formatUsd(usd.high)}${unpriced.length === 0 ? "" : `, without ${unpriced.join(" and ")}, whose prices are unknown`}.`;
  return {
    title: `What ${name} would take`,
    blocks: [
      {
        kind: "lead",
        lines: [
          `${counted(prompts, "prompt")} at ${counted(endpoints.length, "endpoint")}: ${counted(cells, "cell")}, and nothing was sent.`,
          money,
          ...neededLines(plan),
          ...(minutes === null
            ? []
            : [`At the rate asked it takes ${formatNumber(minutes, 1)} minutes.`]),
        ],
      },
      ...endpointBlocks(plan),
      ...graderBlocks(plan),
      ...section("Limits it may reach", list(plan.reached.map(reachedLine))),
    ],
  };
}

function neededLines({ promptsNeeded, prompts, clusters }: PlannedRun): readonly Line[] {
  if (promptsNeeded === null) return [];
  const { low, high } = promptsNeeded;
  const has =
    clusters < prompts ? `${prompts} in ${counted(clusters, "cluster")}` : String(prompts);
  const range =
    low === high ? formatNumber(low, 0) : `${formatNumber(low, 0)} to ${formatNumber(high, 0)}`;
  const enough =
    clusters >= high ? "" : clusters >= low ? ", which may be enough" : ", which is too few";
  return [
    `The decision takes ${range} prompts, as the two agree more or less; there are ${has}${enough}.`,
  ];
}

function endpointBlocks({ endpoints }: PlannedRun): readonly Block[] {
  const columns = [
    ...[left("endpoint"), right("requests"), right("tokens in"), right("tokens out")],
    ...[right("about"), right("at most")],
  ];
  return section("By endpoint", [
    {
      kind: "table",
      columns,
      rows: endpoints.map(({ endpoint, requests, inputTokens, outputTokens, usd }) => [
        endpoint,
        formatNumber(requests.usual, 0),
        tokens(inputTokens),
        tokens(outputTokens),
        money(usd?.usual),
        money(usd?.high),
      ]),
    },
    paragraph(
      "Tokens are estimated by the length of texts; no answer is longer than its limit allows.",
    ),
  ]);
}

function tokens({ usual }: Estimate): string {
  return formatTokensShort(Math.round(usual));
}

function money(usd: number | undefined): Line {
  return usd === undefined ? [{ text: "?", tone: "unknown" }] : formatUsd(usd);
}

function graderBlocks({ graders }: PlannedRun): readonly Block[] {
  return section(
    "Graders that ask, too",
    list(graders.map(({ grader, requests }) => `${grader}: ${counted(requests, "request")}.`)),
  );
}

function reachedLine({ endpoint, limit, allowed, isCertain }: ReachedLimit): Line {
  const whose = endpoint === null ? "the run" : endpoint;
  return `${limit} of ${whose}: ${formatNumber(allowed, 2)} ${isCertain ? "will" : "may"} be reached.`;
}
