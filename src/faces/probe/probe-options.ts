import { z } from "zod";
import { probeIds } from "../../core/probes/probes.ts";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";

const asUrl = "Expected the address of an endpoint: `steelyard probe http://127.0.0.1:8080/v1`";
const asModel = "Name the model as the endpoint knows it: `--model NAME`";
const asDialect = "Expected chat-completions, responses, messages or gemini";
const asVariable =
  "Expected the name of an environment variable, such as OPENAI_API_KEY; never a key";
const asRoute = "Expected a route of the catalog, such as openai/gpt-4.1";
const asTrials = "Expected a whole number from 1 to 200";
const asProbe = `Expected some of ${probeIds.join(", ")}, with commas between`;
const asStore = "Expected a file, or a connection string of PostgreSQL";
const asRequests = "Expected a whole number of requests, 1 or more";
const asUsd = "Expected an amount of dollars above 0";
const asTokens = "Expected a whole number of tokens, 1,024 to 4,000,000";
const asConcurrency = "Expected a whole number from 1 to 64";
const asFormat = "Expected text, json or markdown";

const count = (error: string, least: number, most: number) =>
  z.int({ error }).min(least, { error }).max(most, { error });

const ProbeFields = z.strictObject({
  url: z.string({ error: asUrl }).min(1, { error: asUrl }).max(2000, { error: asUrl }),
  model: z.string({ error: asModel }).min(1, { error: asModel }).max(300, { error: asModel }),
  dialect: z
    .enum(["chat-completions", "responses", "messages", "gemini"], { error: asDialect })
    .default("chat-completions"),
  keyVariable: z
    .string({ error: asVariable })
    .regex(/^[A-Za-z_]\w{0,99}$/, { error: asVariable })
    .optional(),
  route: z.string({ error: asRoute }).min(1, { error: asRoute }).max(300).optional(),
  repetitions: count(asTrials, 1, 200).default(10),
  only: z
    .array(z.enum([...probeIds], { error: asProbe }), { error: asProbe })
    .min(1, { error: asProbe })
    .optional(),
  save: z.boolean().default(false),
  store: z.string({ error: asStore }).min(1, { error: asStore }).optional(),
  facts: z.array(z.string().min(1)).default([]),
  maxRequests: count(asRequests, 1, 1_000_000).optional(),
  maxUsd: z.number({ error: asUsd }).positive({ error: asUsd }).optional(),
  contextTokens: count(asTokens, 1024, 4_000_000).default(8192),
  concurrency: count(asConcurrency, 1, 64).default(4),
  insecure: z.boolean().default(false),
  dryRun: z.boolean().default(false),
  format: z.enum(["text", "json", "markdown"], { error: asFormat }).default("text"),
});

/** How probing is asked for on the command line. */
export type ProbeFields = z.output<typeof ProbeFields>;

export function parseProbe(fields: unknown): Outcome<ProbeFields> {
  const parsed = parsedInput(ProbeFields, fields, "probe");
  if (!parsed.ok || parsed.value.save || parsed.value.store === undefined) return parsed;
  const expected = "A store is for what is kept: add `--save`";
  return { ok: false, problem: { code: "invalid-input", where: "store", expected } };
}
