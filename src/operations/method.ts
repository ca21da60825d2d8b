import { z } from "zod";
import { methodSettings } from "../core/method/method-settings.ts";
import { methodDocument } from "../core/report/method-document.ts";
import { defineOperation } from "./operation.ts";

export const method = defineOperation({
  name: "method",
  summary: "Say how each figure is made: rules, formulas and the numbers they go by.",
  input: z.strictObject({}),
  output: z.looseObject({
    settings: z.array(
      z.looseObject({
        id: z.string().describe("`tau.static.cross-source`"),
        topic: z.string(),
        what: z.string(),
        value: z.union([z.number(), z.array(z.string())]),
        unit: z.string(),
        yours: z.string().nullable().describe("How to put your own in its place."),
      }),
    ),
  }),
  async run() {
    return { ok: true, value: { settings: methodSettings } };
  },
  report: methodDocument,
});
