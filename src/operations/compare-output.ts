import { z } from "zod";
import { CatalogName, Day, NumberOrNull, Sources, Texts, Value, VerdictKind } from "./outputs.ts";

const Verdict = z.looseObject({
  kind: VerdictKind,
  choice: z.string().nullable(),
  reasons: z.array(z.looseObject({ text: z.string() })),
  flips: z.array(z.looseObject({ variable: z.string(), value: z.number(), changesTo: z.string() })),
  confidence: z.looseObject({
    level: z.enum(["high", "moderate", "low"]),
    probability: NumberOrNull,
  }),
  missing: z.array(z.looseObject({ fact: z.string(), why: z.string(), learn: z.string() })),
});

const Cost = z.looseObject({
  models: z.array(
    z.looseObject({
      model: z.string(),
      route: z.string().nullable(),
      monthlyUsd: NumberOrNull,
      lowUsd: NumberOrNull,
      highUsd: NumberOrNull,
      because: z.string(),
    }),
  ),
  gapUsd: NumberOrNull,
});

/** A benchmark that two or more of the models share. */
export const SharedBenchmark = z.looseObject({
  benchmark: z.string(),
  items: NumberOrNull,
  scores: z.array(z.looseObject({ score: z.number() }).nullable()),
  deltaPoints: NumberOrNull,
  label: z.string(),
  samplingLabel: z.string(),
  sameSignProbability: NumberOrNull,
});

/** What a move from one model to another changes. */
export const Move = z.looseObject({
  from: z.string(),
  to: z.string(),
  items: z.array(z.looseObject({ code: z.string(), severity: z.string() })),
});

/** What `compare` answers. */
export const CompareOutput = z.looseObject({
  asOf: Day,
  catalog: CatalogName,
  models: z.array(z.looseObject({ id: z.string() })),
  verdict: Verdict,
  cost: Cost,
  benchmarks: z.array(SharedBenchmark),
  capabilities: z.array(
    z.looseObject({ capability: z.string(), values: z.array(z.enum(["yes", "no", "unknown"])) }),
  ),
  tradeoffs: z.array(z.looseObject({ model: z.string(), code: z.string(), text: z.string() })),
  switching: z.array(Move),
  specifications: z.array(z.looseObject({ property: z.string(), values: z.array(Value) })),
  routes: z.array(z.looseObject({ id: z.string(), model: z.string() })),
  questions: z.array(z.looseObject({ question: z.string(), answer: z.string() })),
  related: z.array(z.looseObject({ models: Texts })),
  sources: Sources,
});
