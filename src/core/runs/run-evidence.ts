import { z } from "zod";
import type { Property, PropertyValue } from "../catalog/property.ts";
import { isProperty } from "../catalog/property.ts";
import type { PairedLabel } from "../paired/paired-result.ts";
import type { IsoDate, Ratio } from "../units.ts";
import type { RunKind } from "./run.ts";

/**
 * What a run says of models and routes: kept beside it and small, so that every question can read it.
 * Only a run that came to its end has it.
 */
export interface RunEvidence {
  readonly kind: RunKind;
  readonly run: string;
  readonly suite: string;
  /** The kind of work that the suite is for; null: it does not say. */
  readonly task: string | null;
  /** The day it came to its end. */
  readonly measuredOn: IsoDate;
  readonly endpoints: readonly EndpointEvidence[];
  readonly pairs: readonly PairEvidence[];
}

export interface EndpointEvidence {
  readonly endpoint: string;
  /** As the endpoint is asked for it. */
  readonly model: string;
  /** The route of the catalog it stands for; null: it counts for no model. */
  readonly route: string | null;
  readonly quality: ShareEvidence | null;
  /** Mean of an answer; null: nobody counted. */
  readonly outputTokens: number | null;
  readonly found: readonly FoundValue[];
}

/** How much of the suite an endpoint got right. */
export interface ShareEvidence {
  readonly grader: string;
  /** Mean score over prompts, each prompt's repetitions first. */
  readonly share: Ratio;
  readonly prompts: number;
}

/** A value of a property of the route, as it was seen. */
export interface FoundValue {
  readonly property: Property;
  readonly value: PropertyValue;
  /** Of so many tries or answers. */
  readonly n: number;
  /** What was seen, as a remark: `20 of 20`. */
  readonly note: string;
}

/** Two endpoints on the prompts that both answered; B minus A, as shares. */
export interface PairEvidence {
  readonly a: string;
  readonly b: string;
  readonly prompts: number;
  readonly difference: Ratio;
  /** Of the difference, prompt by prompt; null: it never varied. */
  readonly standardError: Ratio | null;
  readonly label: PairedLabel;
}

const Text = z.string().max(1000);
const Count = z.number().int().nonnegative();

/** As a store or an export hands it back. */
export const RunEvidenceShape: z.ZodType<RunEvidence> = z.object({
  kind: z.enum(["suite", "probe"]),
  run: Text,
  suite: Text,
  task: Text.nullable(),
  measuredOn: z.iso.date(),
  endpoints: z.array(
    z.object({
      endpoint: Text,
      model: Text,
      route: Text.nullable(),
      outputTokens: z.number().nullable(),
      quality: z.object({ grader: Text, share: z.number(), prompts: Count }).nullable(),
      found: z.array(
        z.object({
          property: z.string().refine(isProperty, "a known property"),
          value: z.union([Text, z.number(), z.boolean()]),
          n: Count,
          note: Text,
        }),
      ),
    }),
  ),
  pairs: z.array(
    z.object({
      a: Text,
      b: Text,
      prompts: Count,
      difference: z.number(),
      standardError: z.number().nullable(),
      label: z.enum(["clear", "within-noise", "unknown-n"]),
    }),
  ),
});
