import type { SourceBook } from "../evidence/source-book.ts";
import type { Gib, Ratio, Tokens, Usd } from "../units.ts";
import { type BreakEvenRow, breakEvenRows } from "./break-even-rows.ts";
import { type FineTuningRow, fineTuningRows } from "./fine-tuning-rows.ts";
import type { Gpu } from "./gpu.ts";
import { type HostedPrice, hostedPrice } from "./hosted-price.ts";
import { needed, type Placing, placed } from "./placed.ts";
import { type Plan, plansFor, smallestFor } from "./plans.ts";
import type { Precision } from "./precision.ts";
import { type PrecisionRow, precisionRows, publishedPrecision } from "./precision-rows.ts";
import { type ServedSpeed, servedSpeed } from "./served-speed.ts";
import type { SizeQuestion } from "./size-question.ts";

/** What a model takes, how fast it is and what it costs on GPUs of one's own. Null is unknown. */
export interface SizeAnswer extends ServedSpeed, HostedPrice {
  readonly name: string;
  readonly model: string | null;
  /** What cannot be said, each with its reason. */
  readonly missing: readonly string[];
  readonly parameters: { readonly total: number; readonly active: number } | null;
  readonly precision: string;
  readonly precisionName: string;
  readonly kvPrecision: "bf16" | "fp8";
  /** Null: none was asked for, and none known holds it. */
  readonly gpu: string | null;
  readonly gpuName: string | null;
  readonly gpus: number;
  /** True where the GPU was looked for. */
  readonly isChosen: boolean;
  readonly engine: string;
  readonly contextTokens: Tokens;
  /** What the model was made for. */
  readonly modelContextTokens: Tokens | null;
  readonly inputTokens: Tokens;
  readonly outputTokens: Tokens;
  readonly utilisation: Ratio;
  readonly demand: number;
  readonly weightsGiB: Gib | null;
  readonly weightsHighGiB: Gib | null;
  readonly freeGiB: Gib | null;
  readonly kvGiBPerSequence: Gib | null;
  readonly sequences: number | null;
  readonly longestContextTokens: Tokens | null;
  readonly precisions: readonly PrecisionRow[];
  readonly plans: readonly Plan[];
  readonly smallest: Plan | null;
  readonly breakEven: readonly BreakEvenRow[];
  readonly fineTuning: readonly FineTuningRow[];
  readonly replicas: number;
  readonly operationsUsd: Usd;
  /** Who describes the model, and the GPU: ids in the sources of the answer. */
  readonly modelSourceIds: readonly string[];
  readonly gpuSourceIds: readonly string[];
}

/** Puts together what the parts say, and cites who they have it from. */
export function sizeAnswer(question: SizeQuestion, book: SourceBook): SizeAnswer {
  const { facts, subject, engine, kvPrecision, contextTokens, demand } = question;
  const { model } = subject;
  const precision = question.precision ?? precisionOf(question);
  const placing = {
    model,
    precision,
    cacheElementBytes: kvPrecision === "fp8" ? 1 : 2,
    engine,
    contextTokens,
    weightsBytes: question.weightsBytes,
  };
  const plans = plansFor(placing, { gpus: facts.gpus, demand });
  const smallest = smallestFor(plans) ?? null;
  const place = placeOf(question, plans);
  const here: Placing | undefined = place === undefined ? undefined : { ...placing, ...place };
  const held = here === undefined ? undefined : placed(here);
  const speed = servedSpeed(question, here, held?.sequences ?? null);
  const price = hostedPrice(question, { place, speed, book });
  const modelSourceIds = book.cite(subject.sources);
  return {
    name: model.name,
    model: subject.modelId,
    missing: subject.missing,
    parameters:
      model.parameters === undefined
        ? null
        : { total: model.parameters.total, active: model.parameters.active },
    precision: precision.id,
    precisionName: precision.name,
    kvPrecision,
    gpu: place?.gpu.id ?? null,
    gpuName: place?.gpu.name ?? null,
    gpus: place?.gpus ?? 0,
    isChosen: question.gpu === undefined,
    engine: engine.id,
    contextTokens,
    modelContextTokens: model.contextTokens ?? null,
    inputTokens: question.inputTokens,
    outputTokens: question.outputTokens,
    utilisation: question.utilisation,
    demand,
    ...needed(placing),
    freeGiB: held?.freeGiB ?? null,
    sequences: held?.sequences ?? null,
    longestContextTokens: held?.longestContextTokens ?? null,
    ...speed,
    ...price,
    precisions:
      here === undefined
        ? []
        : precisionRows(here, { precisions: facts.precisions, gpus: facts.gpus, demand }),
    plans,
    smallest,
    breakEven: breakEvenRows(question, { price, book }),
    fineTuning: fineTuningRows(question, place),
    replicas: question.replicas,
    operationsUsd: question.operationsUsd,
    modelSourceIds,
    gpuSourceIds: place === undefined ? [] : book.cite(sourcesOf(place.gpu, precision, question)),
  };
}

function precisionOf({ subject, facts }: SizeQuestion): Precision {
  const found = publishedPrecision(subject.model, facts.precisions) ?? facts.precisions[0];
  if (found === undefined) throw new Error("no precision is known");
  return found;
}

interface Place {
  readonly gpu: Gpu;
  readonly gpus: number;
}

/** The GPUs asked for; else the smallest that hold what is asked for, or at least one sequence. */
function placeOf(question: SizeQuestion, plans: readonly Plan[]): Place | undefined {
  if (question.gpu !== undefined) return { gpu: question.gpu, gpus: question.gpus ?? 1 };
  const plan = smallestFor(plans) ?? plans[0];
  const gpu = question.facts.gpus.find(({ id }) => id === plan?.gpu);
  if (plan === undefined || gpu === undefined) return undefined;
  return { gpu, gpus: question.gpus ?? plan.gpusForDemand ?? plan.gpus };
}

function sourcesOf(gpu: Gpu, precision: Precision, { engine }: SizeQuestion) {
  const { memory, bandwidth, compute, native } = gpu;
  return [memory, bandwidth, compute, native, precision, engine].map(({ source }) => source);
}
