import { z } from "zod";

/** A request as an endpoint in tests reads it. */
export const AskedBody = z.looseObject({
  model: z.string(),
  messages: z.array(
    z.object({
      role: z.string(),
      content: z
        .union([
          z.string(),
          z.array(
            z.object({
              text: z.string().optional(),
              image_url: z.object({ url: z.string() }).optional(),
            }),
          ),
        ])
        .nullable(),
    }),
  ),
  tools: z.array(z.object({ function: z.object({ name: z.string() }) })).optional(),
  tool_choice: z
    .union([
      z.enum(["auto", "required", "none"]),
      z.object({ function: z.object({ name: z.string() }) }),
    ])
    .optional(),
  parallel_tool_calls: z.boolean().optional(),
  response_format: z
    .object({
      type: z.string(),
      json_schema: z
        .object({
          schema: z.object({
            properties: z.object({ colour: z.object({ enum: z.array(z.string()) }) }),
          }),
        })
        .optional(),
    })
    .optional(),
  stream: z.boolean().optional(),
  stream_options: z.object({ include_usage: z.boolean() }).optional(),
  seed: z.number().optional(),
  stop: z.array(z.string()).optional(),
  max_tokens: z.number().optional(),
  max_completion_tokens: z.number().optional(),
  logprobs: z.boolean().optional(),
});

export type AskedBody = z.infer<typeof AskedBody>;
