import type { FineTuningRow } from "../../sizing/fine-tuning-rows.ts";
import type { Plan } from "../../sizing/plans.ts";
import type { SizeAnswer } from "../../sizing/size-answer.ts";
import type { Block, Column, Line } from "../document.ts";
import { formatNumber, formatPercent, formatTokens, formatTokensShort } from "../format.ts";
import { opening } from "../marked.ts";
import { estimateText, gibText, hourText } from "./estimate-text.ts";

/** The tables beneath the answer, in the order they are read. */
export function sizeTables(answer: SizeAnswer): readonly Block[] {
  return [
    ...figureBlocks(answer),
    ...precisionBlocks(answer),
    ...planBlocks(answer),
    ...priceBlocks(answer),
    ...fineTuningBlocks(answer),
  ];
}

const unknown: Line = [{ text: "unknown", tone: "unknown" }];
const left = (header: string): Column => ({ header, align: "left" });
const right = (header: string): Column => ({ header, align: "right" });

function section(text: string, columns: readonly Column[], rows: readonly (readonly Line[])[]) {
  const blocks: readonly Block[] = [
    { kind: "heading", text },
    { kind: "table", columns, rows },
  ];
  return rows.length === 0 ? [] : blocks;
}

function figureBlocks(answer: SizeAnswer): readonly Block[] {
  const { parameters, weightsGiB, kvGiBPerSequence, longestContextTokens, stepMs } = answer;
  const figure = (value: number | null, say: (value: number) => string): Line =>
    value === null ? unknown : say(value);
  const rows: readonly (readonly Line[])[] = [
    [
      "Parameters",
      parameters === null
        ? unknown
        : opening(formatTokens(parameters.total), answer.modelSourceIds),
    ],
    ["Active for a token", figure(parameters?.active ?? null, formatTokens)],
    [`Weights in ${answer.precisionName}`, figure(weightsGiB, gibText)],
    [
      `Cache of a sequence of ${formatTokens(answer.contextTokens)} tokens in ${answer.kvPrecision}`,
      figure(kvGiBPerSequence, (gib) => `${formatNumber(gib, 3)} GiB`),
    ],
    ["Longest context of one sequence alone", figure(longestContextTokens, formatTokens)],
    ["Time of a step, estimated", figure(stepMs, (ms) => `${estimateText(ms)} ms`)],
  ];
  return section("Memory and time", [left("Figure"), right("Value")], rows);
}

function precisionBlocks({ precisions, contextTokens }: SizeAnswer): readonly Block[] {
  const count = (value: number | null): Line => (value === null ? unknown : formatTokens(value));
  return section(
    "In other precisions",
    [
      left("Precision"),
      right("Bits"),
      right("Weights"),
      right(`Sequences of ${formatTokensShort(contextTokens)}`),
      right("Perplexity"),
      left("Reckons in it"),
    ],
    precisions.map((row) => [
      row.name,
      formatNumber(row.bitsPerWeight, 2),
      row.weightsGiB === null ? unknown : gibText(row.weightsGiB),
      count(row.sequences),
      row.perplexityPercent === null ? "–" : `+${formatPercent(row.perplexityPercent / 100, 2)}`,
      row.isNative ? "yes" : "no",
    ]),
  );
}

function planBlocks({ plans, demand, precisionName, contextTokens }: SizeAnswer): readonly Block[] {
  const forDemand = ({ gpusForDemand }: Plan): Line =>
    gpusForDemand === null ? "more than 8" : formatTokens(gpusForDemand);
  return section(
    `GPUs that hold it in ${precisionName}`,
    [
      left("GPU"),
      right("At least"),
      right(`Sequences of ${formatTokensShort(contextTokens)}`),
      right(`For ${formatTokens(demand)}`),
      right("An hour"),
    ],
    plans.map((plan) => [
      plan.name,
      formatTokens(plan.gpus),
      formatTokens(plan.sequences),
      forDemand(plan),
      plan.usdPerHour === null ? unknown : hourText(plan.usdPerHour),
    ]),
  );
}

function priceBlocks({ prices, gpuName }: SizeAnswer): readonly Block[] {
  return section(
    `An hour of one ${gpuName ?? ""}`,
    [left("Seller"), left("Sold as"), left("Region"), right("An hour"), right("Seen on")],
    prices.map(({ seller, product, region, usdPerHour, upToUsdPerHour, ...price }) => {
      const upTo = upToUsdPerHour === null ? "" : ` to ${hourText(upToUsdPerHour)}`;
      const doubt = price.confidence === "low" ? ", not verified" : "";
      return [
        `${seller}${doubt}`,
        product ?? "–",
        region ?? "–",
        opening(`${hourText(usdPerHour)}${upTo}`, price.sourceIds),
        price.observedOn,
      ];
    }),
  );
}

const methodNames = { qlora: "QLoRA", lora: "LoRA", full: "All weights" } as const;

function fineTuningBlocks({ fineTuning, gpuName }: SizeAnswer): readonly Block[] {
  const hours = ({ hours: known }: FineTuningRow): Line =>
    known === null
      ? unknown
      : `${estimateText(known.hours)} (${estimateText(known.low)} to ${estimateText(known.high)})`;
  const tokens = fineTuning[0]?.tokens ?? 0;
  return section(
    "Fine-tuning, estimated",
    [
      left("Method"),
      right("Memory"),
      right("Between"),
      right(gpuName ?? "GPUs"),
      right(`GPU hours for ${formatTokensShort(tokens)} tokens`),
    ],
    fineTuning.map((row) => [
      methodNames[row.method],
      `${estimateText(row.memory.totalGib)} GiB`,
      `${estimateText(row.memory.lowGib)} to ${estimateText(row.memory.highGib)}`,
      row.gpus === null ? unknown : formatTokens(row.gpus),
      hours(row),
    ]),
  );
}
