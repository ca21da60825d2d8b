import { z } from "zod";
import type { Endpoint } from "./endpoint.ts";

/** What every engine can hold as plain text: PostgreSQL takes no NUL, and neither half a surrogate pair. */
export const StoredName: z.ZodType<string> = z
  .string()
  .max(1000)
  .refine((text) => !/\p{Surrogate}|\0/u.test(text), "text that can be stored");

const Count = z.number().int().nonnegative().max(Number.MAX_SAFE_INTEGER);

/** An endpoint as a store or an export hands it back. */
export const EndpointShape: z.ZodType<Endpoint> = z.object({
  id: StoredName,
  baseUrl: z.string(),
  model: z.string(),
  dialect: z.enum(["chat-completions", "responses", "messages", "gemini"]),
  keyVariable: z.exactOptional(z.string()),
  headers: z.exactOptional(z.record(z.string(), z.string())),
  parameters: z.record(z.string(), z.unknown()),
  isStreamed: z.boolean(),
  route: z.exactOptional(z.string()),
  limits: z.object({
    requestsPerMinute: z.exactOptional(z.number()),
    tokensPerMinute: z.exactOptional(z.number()),
    firstByteTimeoutMs: z.number(),
    idleTimeoutMs: z.number(),
    totalTimeoutMs: z.number(),
    attempts: Count,
    maxBodyBytes: Count,
    isInsecureAllowed: z.boolean(),
  }),
});
