import { z } from "zod";
import { ownEvidence } from "../core/overview/own-evidence.ts";
import { evidenceDocument } from "../core/report/evidence-document.ts";
import { AsOf, Facts } from "./inputs.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, Sources } from "./outputs.ts";

export const evidence = defineOperation({
  name: "evidence",
  summary: "Show your own facts, runs and probes, and what they take the place of.",
  input: z.strictObject({
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    asOf: Day,
    catalog: CatalogName,
    facts: z.array(
      z.looseObject({
        subject: z.string(),
        model: z.string(),
        property: z.string(),
        text: z.string(),
        standing: z.string().describe("`holds` unless another fact of yours stands against it."),
        instead: z
          .array(z.looseObject({ text: z.string() }))
          .describe("What others say that it takes the place of."),
      }),
    ),
    overruled: z.number(),
    runs: z.array(
      z.looseObject({
        run: z.string(),
        suite: z.string(),
        measuredOn: Day,
        endpoints: z.array(
          z.looseObject({
            endpoint: z.string(),
            model: z.string().nullable().describe("What it counts for; null: nothing."),
            share: z.number().nullable(),
          }),
        ),
      }),
    ),
    probes: z.array(
      z.looseObject({ run: z.string(), measuredOn: Day, model: z.string().nullable() }),
    ),
    sources: Sources,
  }),
  async run({ asOf, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const measured = await deps.measured();
    if (!measured.ok) return measured;
    return { ok: true, value: ownEvidence(opened.value, asOf ?? deps.today(), measured.value) };
  },
  report: evidenceDocument,
});
