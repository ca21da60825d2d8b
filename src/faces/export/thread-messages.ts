import { z } from "zod";
import { Answer } from "./answer.ts";

/** What a thread draws from: it opens the same site for itself. */
export const ThreadStart = z.strictObject({
  version: z.string(),
  facts: z.array(z.string()).readonly(),
  asOf: z.iso.date(),
  origin: z.string(),
  runs: z.boolean(),
  /** Of the catalog with the facts laid over it. */
  catalogHash: z.string(),
});

export type ThreadStart = Readonly<z.output<typeof ThreadStart>>;

/** What a thread says instead of answers: it found another catalog, or other facts. */
export const factsChanged = "facts-changed";

export const ThreadAnswer = z.union([z.array(Answer).readonly(), z.literal(factsChanged)]);
