import { z } from "zod";
import { defaultTraffic } from "../core/cost/traffic.ts";
import { TrafficInput } from "../core/cost/traffic-input.ts";
import { modelOverview } from "../core/overview/model-overview.ts";
import { modelDocument } from "../core/report/model-document.ts";
import { findModel } from "./find-model.ts";
import { AsOf, Facts, ModelName } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, NumberOrNull, Sources, Texts, Value } from "./outputs.ts";

export const model = defineOperation({
  name: "model",
  summary: "Show everything held of one model: facts, routes, prices, scores, and how to call it.",
  input: z.strictObject({
    name: ModelName.describe("A model by any of its names."),
    traffic: TrafficInput.optional(),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    asOf: Day,
    catalog: CatalogName,
    model: z.looseObject({ id: z.string(), name: z.string(), maker: z.string() }),
    lifecycle: z.looseObject({ status: z.string(), text: z.string() }),
    facts: z.array(z.looseObject({ property: z.string(), answer: Value, because: z.string() })),
    capabilities: z.array(
      z.looseObject({ capability: z.string(), value: z.enum(["yes", "no", "unknown"]) }),
    ),
    route: z.string().nullable().describe("The one an ordinary user would take."),
    routes: z.array(
      z.looseObject({
        id: z.string(),
        provider: z.string(),
        monthlyUsd: NumberOrNull,
        inputPrice: Value,
        outputPrice: Value,
      }),
    ),
    scores: z.array(
      z.looseObject({ benchmark: z.string(), score: z.number(), items: NumberOrNull }),
    ),
    priceHistory: z.array(
      z.looseObject({ route: z.string(), periods: z.array(z.looseObject({})) }),
    ),
    related: z.array(z.looseObject({ models: Texts, because: z.string() })),
    configurations: z.array(z.looseObject({ for: z.string(), file: z.string(), text: z.string() })),
    sources: Sources,
  }),
  async run({ name, traffic = defaultTraffic, asOf, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const found = findModel(opened.value, name);
    if (!found.ok) return found;
    const asked = { asOf: asOf ?? deps.today(), traffic };
    return { ok: true, value: modelOverview(opened.value, found.value.id, asked) };
  },
  report: modelDocument,
});
