import { z } from "zod";
import { parseTraffic, tiersAtMost } from "./parse-traffic.ts";

const Count = z
  .unknown()
  .optional()
  .meta({ type: ["integer", "string"] });
const CountOrPercent = z
  .unknown()
  .optional()
  .meta({ type: ["integer", "string"] });
const Share = z
  .unknown()
  .optional()
  .meta({ type: ["number", "string"] });
const Flag = z
  .unknown()
  .optional()
  .meta({ type: ["boolean", "string"] });
const Hours = z
  .unknown()
  .optional()
  .meta({ type: ["array", "string"] });
const Text = z.unknown().optional().meta({ type: "string" });

const Tier = z.object({
  promptTokensUpTo: Count.describe("Absent on the last tier: no upper end."),
  requests: Count,
  inputTokens: Count,
  outputTokens: Count,
  cachedInputTokens: CountOrPercent,
  cacheWriteTokens: CountOrPercent,
});

const { $schema: _, ...tierSchema } = z.toJSONSchema(Tier, { io: "input" });

/** A month of traffic as somebody states it, not read yet. */
export const StatedTraffic = z
  .union(
    [
      z.string().max(10_000, { error: "Expected at most 10,000 characters" }),
      z.looseObject({
        requests: Count.describe("Requests a month; with no tiers, the mean prompt length."),
        inputTokens: Count.describe(
          "All prompt tokens, the cached ones included. `800M` is a number.",
        ),
        outputTokens: Count.describe("Everything billed as output."),
        inputTokensPerRequest: Count.describe("Of one request, in place of `inputTokens`."),
        outputTokensPerRequest: Count.describe("Of one request, in place of `outputTokens`."),
        cachedInputTokens: CountOrPercent.describe("Part of the input; `60%` of it."),
        cacheHitShare: Share.describe(
          "Share of the cached input that is found; the rest is written anew.",
        ),
        cacheWriteTokens: CountOrPercent.describe("Part of the input."),
        cacheTtl: Text.describe("`5m` or `1h`."),
        reasoningTokens: CountOrPercent.describe("Part of the output."),
        batchShare: Share.describe("Share of the requests sent as batches: 0 to 1, or `30%`."),
        flexShare: Share.describe("Share of the requests sent as flex."),
        priorityShare: Share.describe("Share of the requests that pay to go first."),
        serviceTier: Text.describe("What the rest is sent as; standard when absent."),
        region: Text.describe("Where the requests must be answered, such as `eu`."),
        fineTuned: Flag.describe("The requests go to weights trained from the model."),
        hours: Hours.describe("When in the week they come: `mon-fri 0800-1800 90%`, UTC."),
        audioInputTokens: Count.describe("Sound in, beside the input tokens."),
        audioInputHours: Share.describe("Hours of sound in, counted as each model counts them."),
        audioOutputTokens: Count.describe("Sound out, beside the output tokens."),
        imageTokens: Count.describe("Pictures in, beside the input tokens."),
        images: Count.describe("Pictures in, counted as each model counts them."),
        imageSize: Text.describe("Pixels of a picture: `1024x768`."),
        webSearches: Count.describe("Web searches a month."),
        fileSearches: Count.describe("File searches a month."),
        codeSessions: Count.describe("Sessions of the code tool a month."),
        cacheStorageTokenHours: Count.describe("Tokens kept in a billed cache times hours."),
        trainingTokens: Count.describe("Tokens of training, each pass counted."),
        failureShare: Share.describe("Share of the requests that fail and are tried again."),
        maxRetries: Count.describe("At most so many tries more."),
        failuresBilled: Flag.describe("False where a failed request costs nothing."),
        tiers: z
          .unknown()
          .optional()
          .meta({ type: "array", items: tierSchema, maxItems: tiersAtMost }),
        tokenizer: Text,
        textClass: Text,
      }),
    ],
    {
      error: "Expected an object with inputTokens and outputTokens, or text like in=800M,out=250M",
    },
  )
  .describe("A month of use. Absent: 800 M tokens in and 250 M out.");

/**
 * A month of traffic as an operation takes it. Only its outline is a schema; `parseTraffic` reads it,
 * so that every face refuses a wrong number in the same words.
 */
export const TrafficInput = StatedTraffic.transform((stated, context) => {
  const traffic = parseTraffic(stated);
  if (traffic.ok) return traffic.value;
  const { problem } = traffic;
  const isPlaced = problem.code === "invalid-input";
  context.addIssue({
    code: "custom",
    path: isPlaced ? problem.where.split(".").slice(1) : [],
    message: isPlaced ? problem.expected : "Expected a traffic profile",
  });
  return z.NEVER;
}).describe("A month of use. Absent: 800 M tokens in and 250 M out.");
