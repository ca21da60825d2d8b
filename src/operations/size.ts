import type { Catalog } from "../core/catalog/catalog.ts";
import { parseTraffic } from "../core/cost/parse-traffic.ts";
import type { TrafficProfile } from "../core/cost/traffic.ts";
import { given } from "../core/evidence/given.ts";
import { sourceBook } from "../core/evidence/source-book.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { sizeDocument } from "../core/report/size-document.ts";
import { findNamed } from "../core/sizing/find-named.ts";
import type { Gpu } from "../core/sizing/gpu.ts";
import { ownedUsdPerHour } from "../core/sizing/hosting-cost.ts";
import type { Precision } from "../core/sizing/precision.ts";
import { sizeAnswer } from "../core/sizing/size-answer.ts";
import type { SizeQuestion } from "../core/sizing/size-question.ts";
import type { Engine, SizingFacts } from "../core/sizing/sizing-facts.ts";
import { catalogStamp } from "./listing.ts";
import { type Deps, defineOperation } from "./operation.ts";
import { SizeInput } from "./size-input.ts";
import { SizeOutput } from "./size-output.ts";
import { rivalsOf } from "./size-rivals.ts";
import { sizeSubject } from "./size-subject.ts";

export const size = defineOperation({
  name: "size",
  summary:
    "Say what weights of your own need: GPUs, speed, cost, and the traffic from which it pays.",
  input: SizeInput,
  output: SizeOutput,
  async run(input, deps) {
    const opened = await deps.catalog(input.facts ?? []);
    if (!opened.ok) return opened;
    const facts = await deps.sizing();
    if (!facts.ok) return facts;
    const question = await questionOf(input, { catalog: opened.value, facts: facts.value, deps });
    if (!question.ok) return question;
    const book = sourceBook();
    const answer = sizeAnswer(question.value, book);
    const asOf = input.asOf ?? deps.today();
    const catalog = catalogStamp(opened.value);
    return { ok: true, value: { asOf, catalog, ...answer, sources: book.list() } };
  },
  report: sizeDocument,
});

interface World {
  readonly catalog: Catalog;
  readonly facts: SizingFacts;
  readonly deps: Deps;
}

async function questionOf(input: SizeInput, world: World): Promise<Outcome<SizeQuestion>> {
  const { facts, catalog, deps } = world;
  const { inputTokens = 2048, outputTokens = 512, against = [] } = input;
  const subject = await sizeSubject(input, world);
  if (!subject.ok) return subject;
  const parts = partsOf(input, facts, deps);
  if (!parts.ok) return parts;
  const traffic = trafficOf(input.traffic);
  if (!traffic.ok) return traffic;
  const day = input.asOf ?? deps.today();
  const same = subject.value.modelId;
  const rivals = rivalsOf({ same, against }, catalog, {
    day,
    inputTokens,
    outputTokens,
    traffic: traffic.value,
  });
  if (!rivals.ok) return rivals;
  const month = traffic.value;
  const { gpus, concurrency, weightsBytes } = input;
  const hourlyUsd = input.owned === undefined ? input.hourlyUsd : ownedUsdPerHour(input.owned);
  return {
    ok: true,
    value: {
      facts,
      subject: subject.value,
      ...parts.value,
      kvPrecision: input.kvPrecision ?? "bf16",
      contextTokens: input.contextTokens ?? 8192,
      inputTokens,
      outputTokens,
      demand: input.sequences ?? 32,
      utilisation: input.utilisation ?? 0.4,
      replicas: input.replicas ?? 1,
      operationsUsd: input.operationsUsd ?? 0,
      rivals: rivals.value,
      trainingTokens: input.trainingTokens ?? 10_000_000,
      ...(gpus === undefined ? {} : { gpus }),
      ...(concurrency === undefined ? {} : { concurrency }),
      ...(weightsBytes === undefined ? {} : { weightsBytes }),
      ...(hourlyUsd === undefined ? {} : { hourlyUsd }),
      ...(month === undefined
        ? {}
        : { monthlyMtok: (month.inputTokens + month.outputTokens) / 1e6 }),
    },
  };
}

function partsOf(
  { gpu, precision, engine }: SizeInput,
  facts: SizingFacts,
  deps: Deps,
): Outcome<{ readonly gpu?: Gpu; readonly precision?: Precision; readonly engine: Engine }> {
  const device = gpu === undefined ? undefined : findNamed(facts.gpus, gpu, "GPU");
  if (device?.ok === false) return device;
  const written = precision === undefined ? undefined : precisionOf(precision, facts, deps);
  if (written?.ok === false) return written;
  const program = findNamed(facts.engines, engine ?? facts.engines[0]?.id ?? "", "engine");
  if (!program.ok) return program;
  return {
    ok: true,
    value: {
      engine: program.value,
      ...(device === undefined ? {} : { gpu: device.value }),
      ...(written === undefined ? {} : { precision: written.value }),
    },
  };
}

/** By its name, or by the bits a weight takes in the asker's own files. */
function precisionOf(asked: string, { precisions }: SizingFacts, deps: Deps): Outcome<Precision> {
  const bits = /^\d+(\.\d+)?$/.test(asked) ? Number(asked) : undefined;
  if (bits === undefined) return findNamed(precisions, asked, "precision");
  if (bits <= 0 || bits > 64) {
    const expected = "Expected more than 0 and at most 64 bits a weight";
    return { ok: false, problem: { code: "invalid-input", where: "precision", expected } };
  }
  const source = given("the bits a weight given", deps.today());
  const own = { id: asked, name: `${asked} bits`, aliases: [], bitsPerWeight: bits } as const;
  return { ok: true, value: { ...own, format: "plain", source } };
}

function trafficOf(stated: SizeInput["traffic"]): Outcome<TrafficProfile | undefined> {
  return stated === undefined ? { ok: true, value: undefined } : parseTraffic(stated);
}
