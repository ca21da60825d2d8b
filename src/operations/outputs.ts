import { z } from "zod";

/** Output pieces that operations share. Each names what scripts may rely on and lets the rest through. */

export const Day = z.iso.date();

export const Texts = z.array(z.string());

/** Null: nobody states it, or it cannot be said. */
export const NumberOrNull = z.number().nullable();

export const CatalogName = z.looseObject({
  hash: z.string().describe("Names the catalog; facts of your own change it."),
  compiledOn: Day,
});

export const Sources = z
  .array(
    z.looseObject({
      id: z.string().describe("What figures cite: `s4`."),
      name: z.string(),
      ref: z.string().describe("An address, or words that lead to it."),
      observedOn: z.string().describe("The day it was seen there."),
    }),
  )
  .describe("The sources that figures cite by their ids.");

/** A value of a model or a route, known with its sources or not. */
export const Value = z.looseObject({
  state: z.enum(["known", "disputed", "unknown"]),
  text: z.string().describe("As people read it."),
});

export const listHead = {
  catalog: CatalogName,
  counts: z
    .looseObject({ total: z.number(), matching: z.number(), shown: z.number() })
    .describe("All, those that match, those that are in this answer."),
};

export const VerdictKind = z.enum([
  "choose",
  "choose-if",
  "no-difference-established",
  "not-decidable",
  "none-fits",
]);
