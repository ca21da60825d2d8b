import { listed } from "../../compare/wording.ts";
import { groupBy } from "../../group-by.ts";
import type { SizeAnswer } from "../../sizing/size-answer.ts";
import type { Line } from "../document.ts";
import { formatNumber, formatPercent, formatTokens, formatUsd } from "../format.ts";
import { linked } from "../linked.ts";
import { opening } from "../marked.ts";
import { breakEvenLine } from "./break-even-text.ts";
import {
  estimateMs,
  estimateText,
  estimateUsd,
  gibText,
  gpusText,
  hourText,
} from "./estimate-text.ts";

/** The answer: what fits, what would, how fast, at what price, and whether it pays. */
export function sizeLead(answer: SizeAnswer): readonly Line[] {
  return [
    ...fitLines(answer),
    ...precisionLines(answer),
    ...planLines(answer),
    ...smallestLines(answer),
    ...speedLines(answer),
    ...moneyLines(answer),
    ...answer.breakEven.map((row) => breakEvenLine(row, answer)),
    ...answer.missing.map((what): Line => [{ text: `Not known: ${what}.`, tone: "unknown" }]),
  ];
}

function placeText({ gpus, gpuName }: SizeAnswer, verb: "hold" | "do not hold" = "hold"): string {
  const one = { hold: "holds", "do not hold": "does not hold" } as const;
  return `${gpusText(gpus, gpuName ?? "")} ${gpus === 1 ? one[verb] : verb}`;
}

function fitLines(answer: SizeAnswer): readonly Line[] {
  const { name, precisionName, gpuName, modelSourceIds } = answer;
  if (gpuName === null) {
    const each = sequenceText(answer);
    const why =
      answer.weightsGiB === null
        ? `What GPUs it takes is unknown: nobody says how large its weights are${each}.`
        : `No GPU known here, nor eight of one kind, holds ${name} in ${precisionName}: ${gibText(answer.weightsGiB)} of weights${each}.`;
    return [[{ text: why, tone: "unknown" }]];
  }
  const { contextTokens, modelContextTokens } = answer;
  const isBeyond = modelContextTokens !== null && contextTokens > modelContextTokens;
  const beyond: Line = [
    {
      text: `${name} was made for contexts of up to ${formatTokens(modelContextTokens ?? 0)} tokens; ${formatTokens(contextTokens)} are beyond.`,
      tone: "strong",
    },
  ];
  return [
    opening(linked(capital(fitText(answer)), namesOf(answer)), modelSourceIds),
    ...(isBeyond ? [beyond] : []),
  ];
}

function sequenceText({ kvGiBPerSequence, contextTokens }: SizeAnswer): string {
  if (kvGiBPerSequence === null) return "";
  return `; a sequence of ${formatTokens(contextTokens)} tokens takes ${formatNumber(kvGiBPerSequence, 2)} GiB`;
}

function namesOf({ model, name }: SizeAnswer) {
  return model === null ? [] : [{ name, to: { kind: "model", id: model } } as const];
}

function fitText(answer: SizeAnswer): string {
  const { name, precisionName, weightsGiB, kvGiBPerSequence, freeGiB, sequences } = answer;
  const place = placeText(answer);
  const context = `${formatTokens(answer.contextTokens)} tokens`;
  if (weightsGiB === null) {
    return `whether ${place} ${name} is unknown: nobody says how large its weights are${sequenceText(answer)}.`;
  }
  const weights = `${gibText(weightsGiB)} of weights`;
  if (freeGiB !== null && freeGiB < 0) {
    return `${placeText(answer, "do not hold")} ${name} in ${precisionName}: there is room for ${gibText(Math.max(0, weightsGiB + freeGiB))} of its ${weights}.`;
  }
  if (sequences === null || kvGiBPerSequence === null || freeGiB === null) {
    return `${place} the ${weights} of ${name} in ${precisionName}; how many sequences beside them is unknown.`;
  }
  const each = `a sequence takes ${formatNumber(kvGiBPerSequence, 2)} GiB`;
  if (sequences === 0) {
    const { longestContextTokens } = answer;
    const longest =
      longestContextTokens === null || longestContextTokens === 0
        ? "not even a short one"
        : `${formatTokens(longestContextTokens)} tokens at most`;
    return `${place} the ${weights} of ${name} in ${precisionName}, but no sequence of ${context}: ${longest}.`;
  }
  const many = sequences === 1 ? "1 sequence" : `${formatTokens(sequences)} sequences`;
  return `${place} ${name} in ${precisionName} with ${many} of ${context} at once: ${weights} leave ${gibText(freeGiB)}, and ${each}.`;
}

/** What is wider and does not fit at all goes without saying. */
function precisionLines({ precisions, precision, gpuName }: SizeAnswer): readonly Line[] {
  const asked = precisions.find((row) => row.precision === precision)?.bitsPerWeight ?? 0;
  const others = precisions.filter(
    (row) =>
      row.precision !== precision &&
      row.sequences !== null &&
      (row.sequences > 0 || row.bitsPerWeight < asked),
  );
  if (gpuName === null || others.length === 0) return [];
  const texts = others.map(({ name, sequences, sequencesAtHigh }) => {
    const kept =
      sequencesAtHigh === null || sequencesAtHigh === sequences
        ? ""
        : ` (${countText(sequencesAtHigh)} if embeddings stay in 16 bits)`;
    return `${countText(sequences ?? 0)} in ${name}${kept}`;
  });
  return [`It would hold ${listed(texts)}.`];
}

function countText(sequences: number): string {
  return sequences === 0 ? "none" : formatTokens(sequences);
}

/** Where the GPU was looked for: what else one alone can be. */
function planLines({ isChosen, plans, gpu, gpus }: SizeAnswer): readonly Line[] {
  if (!isChosen) return [];
  const alone = plans.filter((plan) => plan.gpus === 1 && !(plan.gpu === gpu && gpus === 1));
  if (alone.length === 0) return [];
  const texts = alone.map(({ name, sequences }) => `${name} (${formatTokens(sequences)})`);
  return [`One GPU of these holds it too, with so many sequences: ${listed(texts)}.`];
}

/** In the precision asked about, and in those that nearly every engine reads. */
function smallestLines({ precisions, precision, demand }: SizeAnswer): readonly Line[] {
  const shown = precisions.flatMap(({ precision: id, name, smallest }) =>
    smallest !== null && [precision, "int8", "int4"].includes(id) ? [{ name, smallest }] : [],
  );
  if (shown.length === 0) return [];
  const byPlace = groupBy(shown, ({ smallest }) =>
    gpusText(smallest.gpusForDemand ?? smallest.gpus, smallest.name),
  );
  const texts = [...byPlace].map(
    ([place, rows]) => `${place} in ${listed(rows.map(({ name }) => name))}`,
  );
  const many = demand === 1 ? "1 such sequence" : `${formatTokens(demand)} such sequences`;
  return [`Least memory that holds ${many}: ${texts.join("; ")}.`];
}

function speedLines(answer: SizeAnswer): readonly Line[] {
  const { outputTokensPerSecond, band, concurrency, ttftMs, tokensPerSecondPerUser } = answer;
  const { requestsThatFit } = answer;
  const lines: Line[] = [];
  if (outputTokensPerSecond !== null && band !== null && concurrency !== null) {
    const use = `${formatTokens(answer.inputTokens)} tokens in, ${formatTokens(answer.outputTokens)} out`;
    const running = Math.min(concurrency, requestsThatFit ?? concurrency);
    const at = running === 1 ? "one request at a time" : `${running} requests at once`;
    const each =
      running === 1 || tokensPerSecondPerUser === null
        ? ""
        : `, about ${estimateText(tokensPerSecondPerUser)} for each reader`;
    const first = ttftMs === null ? "" : `; a first token takes ${estimateMs(ttftMs)} or more`;
    const range = `${estimateText(band.lowTokensPerSecond)} to ${estimateText(band.highTokensPerSecond)}`;
    const why = band.isValidated ? "" : `, as ${listed(band.because)}`;
    lines.push(
      opening(
        `Estimated speed: about ${estimateText(outputTokensPerSecond)} output tokens a second with ${at} (${use})${each}${first}. Expect ${range}${why}.`,
        answer.gpuSourceIds,
      ),
    );
  }
  if (concurrency !== null && requestsThatFit !== null && requestsThatFit < concurrency) {
    lines.push([
      {
        text: `Of ${formatTokens(concurrency)} such requests ${formatTokens(requestsThatFit)} find room at once: the others wait.`,
        tone: "strong",
      },
    ]);
  }
  if (answer.alone !== null) {
    const { tokensPerSecond, low, high } = answer.alone;
    lines.push(
      `One reader alone, with llama.cpp: about ${estimateText(tokensPerSecond)} tokens a second, ${estimateText(low)} to ${estimateText(high)}.`,
    );
  }
  return lines;
}

function moneyLines(answer: SizeAnswer): readonly Line[] {
  const { hourlyUsd, seller, usdPerMtokOutput, fixedMonthlyUsd, utilisation } = answer;
  if (answer.gpuName === null) return [];
  if (hourlyUsd === null || fixedMonthlyUsd === null) {
    return [[{ text: "What an hour costs is unknown: no price is known.", tone: "unknown" }]];
  }
  const { replicas, operationsUsd } = answer;
  const price = answer.prices.find((each) => each.seller === seller);
  const doubt = price?.confidence === "low" ? ", not verified" : "";
  const whose = seller === null ? "as given" : `${seller}, the cheapest known${doubt}`;
  const many = replicas === 1 ? "" : ` for ${replicas} of them`;
  const work =
    operationsUsd === 0 ? "" : `, ${formatUsd(operationsUsd)} of it for looking after them`;
  const rate =
    usdPerMtokOutput === null
      ? ""
      : `; at ${formatPercent(utilisation)} use a million output tokens cost about ${estimateUsd(usdPerMtokOutput)}, prompts included`;
  return [
    opening(
      `${hourText(hourlyUsd)} an hour (${whose}) is ${formatUsd(fixedMonthlyUsd)} a month${many}, used or not${work}${rate}.`,
      price?.sourceIds ?? [],
    ),
  ];
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
