import { z } from "zod";
import { isDay } from "../day.ts";

const Day = z
  .string("a day such as 2026-11-20")
  .refine(isDay, { error: "a day such as 2026-11-20" });

/** What people read whole, and what only names something. */
const longestText = 4_000;
const longestName = 500;
const short = `${longestName} characters at most`;

const Tokens = z.int("a whole number of tokens").positive("a whole number of tokens");

const clock = 'hours and minutes in UTC as four digits, such as ["0100", "0400"]';
const Clock = z.string(clock).regex(/^([01]\d|2[0-4])[0-5]\d$/, clock);

const Conditions = z.strictObject({
  minPromptTokensExclusive: Tokens.exactOptional(),
  maxPromptTokensInclusive: Tokens.exactOptional(),
  serviceTier: z.enum(["standard", "batch", "flex", "priority", "fast"]).exactOptional(),
  cacheTtl: z.enum(["5m", "1h"]).exactOptional(),
  region: z.string("a region").min(1, "a region").max(longestName, short).exactOptional(),
  utcWindow: z.tuple([Clock, Clock], clock).readonly().exactOptional(),
  utcDays: z.array(z.enum(["mon", "tue", "wed", "thu", "fri", "sat", "sun"])).exactOptional(),
  effort: z.string("an effort").min(1, "an effort").max(longestName, short).exactOptional(),
  fineTuned: z.boolean("true or false").exactOptional(),
});

function sourceText(what: string) {
  return z.string(what).trim().min(1, what).max(longestName, short);
}

const rate = 'how many US dollars one of it is, in quotes, such as "0.15"';

/** Turns a price in another currency into US dollars. */
const Exchange = z.strictObject({
  usdPerUnit: z.string(rate).regex(/^\d{1,9}(\.\d{1,12})?$/, rate),
  observedOn: Day,
  source: sourceText("where the rate stands"),
});

const subject =
  "`model:maker/model` or `route:provider/model id there`, such as route:openrouter/qwen/qwen3.5-4b";
const source =
  'where the value stands: an address, or a reference of yours such as "contract 2026-14"';

/** One fact as a team writes it; what its property allows is looked at afterwards. */
export const FactLine = z.strictObject({
  subject: z
    .templateLiteral([z.enum(["model", "route"]), ":", z.string().regex(/[^\s/]+\/\S.*/)], subject)
    .refine((text) => text.length <= longestName, { error: short }),
  property: z.string("a property such as price.input").max(longestName, short),
  /** Looked at with its property in hand. */
  value: z.unknown(),
  unit: z.string("a unit such as USD/Mtok").max(longestName, short).exactOptional(),
  exchange: Exchange.exactOptional(),
  conditions: Conditions.exactOptional(),
  source: sourceText(source),
  observedOn: Day,
  effectiveFrom: Day.exactOptional(),
  effectiveTo: Day.exactOptional(),
  note: z.string("a text").max(longestText, `${longestText} characters at most`).exactOptional(),
});

export type FactLine = z.output<typeof FactLine>;
