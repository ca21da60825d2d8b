import { z } from "zod";

/** An exchange as it was kept, read again for what answers do not carry on: headers, every field. */
export interface WireExchange {
  readonly status: number;
  /** By names in lower case. */
  readonly headers: Readonly<Record<string, string>>;
  /** The events of a stream, or the one body; what is no JSON is left out. */
  readonly events: readonly unknown[];
}

const lineEnd = "\r\n";
const gap = "\r\n\r\n";

/**
 * Two heads and two bodies; the body of the request is JSON of one line, so that the first gap after
 * it is its end. Undefined where the exchange was cut off before the answer.
 */
export function wireExchange(raw: Uint8Array): WireExchange | undefined {
  const text = new TextDecoder().decode(raw);
  const parts = text.split(gap);
  const [, , head, ...body] = parts;
  if (head === undefined) return undefined;
  const [status = "", ...fields] = head.split(lineEnd);
  const headers = Object.fromEntries(
    fields.map((line) => {
      const at = line.indexOf(":");
      return [line.slice(0, at).toLowerCase(), line.slice(at + 1).trim()];
    }),
  );
  return { status: Number(status), headers, events: eventsIn(body.join(gap)) };
}

function eventsIn(body: string): readonly unknown[] {
  const whole = parsed(body);
  if (whole.length > 0) return whole;
  return body
    .split(/\r\n|\r|\n/)
    .flatMap((line) => (line.startsWith("data:") ? parsed(line.slice("data:".length)) : []));
}

function parsed(text: string): readonly unknown[] {
  try {
    const json: unknown = JSON.parse(text);
    return [json];
  } catch {
    return [];
  }
}

const Message = z.record(z.string(), z.unknown());
const Chunk = z.object({
  choices: z.array(
    z.object({
      message: Message.nullish(),
      delta: Message.nullish(),
      logprobs: z.unknown().optional(),
    }),
  ),
});

/** The first choice of chat completions, in each event: its message or delta, and its probabilities. */
export function firstChoices({ events }: WireExchange) {
  return events.flatMap((event) => {
    const [choice] = Chunk.safeParse(event).data?.choices ?? [];
    return choice === undefined
      ? []
      : [{ message: choice.message ?? choice.delta ?? {}, logprobs: choice.logprobs }];
  });
}

const count = z.number().int().nonnegative().optional().catch(undefined);
const Counted = z.object({
  usage: z.object({ prompt_tokens: count, input_tokens: count }).optional().catch(undefined),
  usageMetadata: z.object({ promptTokenCount: count }).optional().catch(undefined),
});

/** Tokens of the prompt as the endpoint counts them, whether or not there is an answer. */
export function countedInput({ events }: WireExchange): number | undefined {
  return events
    .map((event) => {
      const { usage, usageMetadata } = Counted.safeParse(event).data ?? {};
      return usage?.prompt_tokens ?? usage?.input_tokens ?? usageMetadata?.promptTokenCount;
    })
    .find((tokens) => tokens !== undefined);
}
