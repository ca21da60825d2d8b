import { z } from "zod";
import { isProperty, type Property } from "../../core/catalog/property.ts";
import { isDay } from "../day.ts";

const Day = z.string("a day such as 2026-11-20").refine(isDay, "a day such as 2026-11-20");
export const Text = z.string("a text").trim().min(1, "a text");
const Url = z.string("an address").regex(/^https?:\/\/\S+$/, "an address, https://…");
const Confidence = z.enum(["high", "medium", "low"]);
const Items = z.int("a whole number of items").positive("a whole number of items");

/** Money is quoted: `0.10` and `0.1` are one number, but no digit may be lost on the way. */
export const Money = z
  .string('a price in quotes, such as "0.04": US dollars a million tokens')
  .regex(
    /^\d{1,9}(\.\d{1,12})?$/,
    'digits and a point alone, such as "0.04": US dollars a million tokens',
  );

const SourceKind = z.enum([
  "first-party",
  "benchmark-owner",
  "independent",
  "other-maker",
  "aggregator",
  "assumption",
]);

/** Where lines of a file have their values from; lines name it by its key. */
export const SourceLine = z.strictObject({
  /** `{route}` stands for the route of the line. */
  url: z.string("an address or a reference").min(1, "an address or a reference"),
  by: Text,
  kind: SourceKind,
  day: Day,
  confidence: Confidence.default("high"),
  /** Who this source copies from; absent: nobody. */
  lineage: Text.exactOptional(),
  /** Whom its licence wants named; see NOTICE. */
  attribution: Text.exactOptional(),
});

export const Sources = z.record(
  z.string().regex(/^[a-z0-9][a-z0-9.-]*$/, "a short key"),
  SourceLine,
);

const KnownProperty = z.custom<Property>(
  (name) => typeof name === "string" && isProperty(name),
  "a property named in src/core/catalog/property.ts, such as limit.context",
);

const FactLine = z.strictObject({
  is: KnownProperty,
  value: z.union([z.string(), z.number(), z.boolean()], "a text, a number, true or false"),
  source: Text,
  /** Where it differs from the source's. */
  confidence: Confidence.exactOptional(),
  note: Text.exactOptional(),
});

/** What a provider states once for all its routes. */
const TermLine = FactLine.extend({
  /** Ids there that it does not hold for; `anthropic/*` names all that begin so. */
  except: z.array(Text).exactOptional(),
});

const ScoreLine = z.strictObject({
  benchmark: Text,
  score: z.number("a percentage").min(0, "a percentage").max(100, "a percentage"),
  variant: Text.exactOptional(),
  setting: Text.exactOptional(),
  items: Items.exactOptional(),
  modelVariant: Text.exactOptional(),
  source: Text,
});

export const ModelFile = z.strictObject({
  name: Text,
  family: Text.exactOptional(),
  aliases: z.array(Text).default([]),
  sources: Sources,
  facts: z.array(FactLine).default([]),
  scores: z.array(ScoreLine).default([]),
});

const Clock = z.string("a time like 0430").regex(/^(?:[01]\d|2[0-4])[0-5]\d$/, "a time like 0430");

const PriceLine = z.strictObject({
  route: Text,
  model: z.string("maker/model").regex(/^[a-z0-9-]+\/[a-z0-9.-]+$/, "maker/model"),
  tier: z.enum(["standard", "batch", "flex", "priority", "fast"]).exactOptional(),
  /** Prompts of at most, or of more than, this many tokens. */
  upTo: z.int("a whole number of tokens").positive("a whole number of tokens").exactOptional(),
  above: z.int("a whole number of tokens").positive("a whole number of tokens").exactOptional(),
  input: Money.exactOptional(),
  output: Money.exactOptional(),
  cacheRead: Money.exactOptional(),
  cacheWrite: Money.exactOptional(),
  cacheWrite1h: Money.exactOptional(),
  audioInput: Money.exactOptional(),
  audioOutput: Money.exactOptional(),
  imageInput: Money.exactOptional(),
  training: Money.exactOptional(),
  /** What is sold beside tokens, in US dollars each: a search, a session, a month. */
  webSearch: Money.exactOptional(),
  fileSearch: Money.exactOptional(),
  codeExecution: Money.exactOptional(),
  /** US dollars a million tokens kept for an hour. */
  cacheStorage: Money.exactOptional(),
  freeWebSearches: Money.exactOptional(),
  /** How many times every price in the region. */
  regionalUplift: Money.exactOptional(),
  region: Text.exactOptional(),
  /** The prices are for weights of your own, trained from the model. */
  fineTuned: z.boolean("true or false").exactOptional(),
  /** Hours of the day in UTC, `["0100", "0400"]`, and the days of the week they hold on. */
  hours: z.tuple([Clock, Clock]).readonly().exactOptional(),
  days: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).exactOptional(),
  /** First day in force. */
  from: Day.exactOptional(),
  /** First day no longer in force. */
  until: Day.exactOptional(),
  /** Where it differs from the source's. */
  confidence: Confidence.exactOptional(),
  note: Text.exactOptional(),
  source: Text,
});

const ApiShape = z.enum(["chat-completions", "responses", "messages", "native"]);

/** Where one wire format is answered. What is not known stays out. */
const EndpointLine = z.strictObject({
  speaks: ApiShape,
  baseUrl: Url,
  /** The name of an environment variable, never a key. */
  apiKeyEnv: z
    .string("the name of a variable, such as OPENAI_API_KEY")
    .regex(/^[A-Z][A-Z0-9_]{0,63}$/, "the name of a variable, such as OPENAI_API_KEY"),
  /** The parameter that bounds the answer, where it is not the usual one of the format. */
  outputLimit: Text.exactOptional(),
  /** Parameters of the format that end in an error, and those passed over in silence. */
  refuses: z.array(Text).default([]),
  ignores: z.array(Text).default([]),
  note: Text.exactOptional(),
  source: Text,
});

/** The day a provider ends a route, whatever becomes of the model. */
const EndLine = z.strictObject({
  route: Text,
  retires: Day,
  note: Text.exactOptional(),
  source: Text,
});

export const ProviderFile = z.strictObject({
  name: Text,
  kind: z.enum(["first-party", "cloud", "host", "router", "plan"]),
  pricingUrl: Url.exactOptional(),
  runsOn: Text.exactOptional(),
  apiShapes: z.array(ApiShape).default([]),
  /** What generated sources call it. */
  knownAs: z.record(z.string(), z.array(Text)).default({}),
  sources: Sources.default({}),
  endpoints: z.array(EndpointLine).default([]),
  terms: z.array(TermLine).default([]),
  prices: z.array(PriceLine).default([]),
  ends: z.array(EndLine).default([]),
});

export const BenchmarkFile = z.strictObject({
  name: Text,
  aliases: z.array(Text).default([]),
  category: Text,
  group: z.enum(["static", "reasoning", "agentic"]),
  measures: Text,
  items: Items.exactOptional(),
  itemsNote: Text.exactOptional(),
  variants: z.array(z.strictObject({ label: Text, items: Items.exactOptional() })).default([]),
  metric: Text,
  randomFloorPercent: z.number("a percentage").min(0).max(100).exactOptional(),
  usualRuns: Text.exactOptional(),
  setupSensitivity: Text.exactOptional(),
  saturation: Text.exactOptional(),
  status: z.enum(["active", "legacy", "contested"]),
  source: SourceLine,
});

export const MakersFile = z.array(
  z.strictObject({
    id: z.string("a short id").regex(/^[a-z0-9-]+$/, "a short id in lower case"),
    name: Text,
    aliases: z.array(Text).default([]),
  }),
);

export type SourceLine = z.output<typeof SourceLine>;
export type ModelFile = z.output<typeof ModelFile>;
export type ProviderFile = z.output<typeof ProviderFile>;
export type BenchmarkFile = z.output<typeof BenchmarkFile>;
export type FactLine = z.output<typeof FactLine>;
export type EndLine = z.output<typeof EndLine>;
export type TermLine = z.output<typeof TermLine>;
export type PriceLine = z.output<typeof PriceLine>;
