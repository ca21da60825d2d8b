import { z } from "zod";
import { defaultTraffic } from "../core/cost/traffic.ts";
import { TrafficInput } from "../core/cost/traffic-input.ts";
import { modelOverview } from "../core/overview/model-overview.ts";
import { modelDocument } from "../core/report/model-document.ts";
import { findModel } from "./find-model.ts";
import { AsOf, Facts, ModelName } from "./inputs.ts";
import { defineOperation } from "./operation.ts";

export const model = defineOperation({
  name: "model",
  summary: "Show everything held of one model: facts, routes, prices, scores, and how to call it.",
  input: z.strictObject({
    name: ModelName.describe("A model by any of its names."),
    traffic: TrafficInput.optional(),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
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
