import { tokenizerFactor } from "../cost/bill-range.ts";
import type { Tokens } from "../units.ts";
import type { Message, Prompt } from "./prompt.ts";

/** A number before it is known: the least it may be, what is usual, the most. */
export interface Estimate {
  readonly low: number;
  readonly usual: number;
  readonly high: number;
}

export const nothing: Estimate = { low: 0, usual: 0, high: 0 };

/** For each token: signs of long common words at one end, bytes of numbers and rare letters at the other. */
const textPerToken = { lowSigns: 6, usualBytes: 4, highBytes: 1.5 } as const;

/** What a picture is counted as; providers differ by its size and their own rules. */
const imageTokens: Estimate = { low: 85, usual: 800, high: 3000 };

/** What a provider puts around each message. */
const messageTokens: Estimate = { low: 0, usual: 4, high: 8 };

/** What an answer is as long as, where no limit is stated. Models that reason write more. */
const answerTokens: Estimate = { low: 20, usual: 300, high: 4000 };

/** Tokens of a prompt as they are billed: counted where a tokenizer was run, else by its length. */
export function promptTokens(prompt: Prompt, counted?: Tokens): Estimate {
  const parts = prompt.messages.flatMap(partsOf);
  const images = parts.filter((part) => part === null).length;
  const beside = plus(times(imageTokens, images), times(messageTokens, prompt.messages.length));
  if (counted !== undefined) {
    const high = Math.ceil(counted * tokenizerFactor.high);
    return plus({ low: counted, usual: counted, high }, beside);
  }
  const tools = prompt.tools === undefined ? [] : [JSON.stringify(prompt.tools)];
  const texts = [...parts.filter((part) => part !== null), ...tools];
  const signs = texts.reduce((sum, text) => sum + text.length, 0);
  const bytes = texts.reduce((sum, text) => sum + utf8Bytes(text), 0);
  return plus(
    {
      low: Math.floor(signs / textPerToken.lowSigns),
      usual: Math.ceil(bytes / textPerToken.usualBytes),
      high: Math.ceil(bytes / textPerToken.highBytes),
    },
    beside,
  );
}

/** Tokens of an answer, within the limit that the parameters state. */
export function answerTokensWithin(parameters: Readonly<Record<string, unknown>>): Estimate {
  const limit = limitNames
    .map((name) => parameters[name])
    .find((value): value is number => typeof value === "number" && value > 0);
  if (limit === undefined) return answerTokens;
  const { low, usual } = answerTokens;
  return { low: Math.min(low, limit), usual: Math.min(usual, limit), high: limit };
}

const limitNames = ["max_completion_tokens", "max_output_tokens", "max_tokens", "maxOutputTokens"];

export function plus(a: Estimate, b: Estimate): Estimate {
  return { low: a.low + b.low, usual: a.usual + b.usual, high: a.high + b.high };
}

export function times({ low, usual, high }: Estimate, count: number): Estimate {
  return { low: low * count, usual: usual * count, high: high * count };
}

/** Texts of a message; null for each picture. */
function partsOf(message: Message): readonly (string | null)[] {
  const { content } = message;
  const texts =
    typeof content === "string"
      ? [content]
      : content.map((part) => (part.kind === "text" ? part.text : null));
  const calls = message.role === "assistant" ? (message.toolCalls ?? []) : [];
  return [...texts, ...calls.map((call) => call.name + call.arguments)];
}

function utf8Bytes(text: string): number {
  let bytes = text.length;
  for (let index = 0; index < text.length; index++) {
    const unit = text.charCodeAt(index);
    if (unit < 0x80) continue;
    /** Two halves of one sign are four bytes together. */
    bytes += unit < 0x800 || (unit >= 0xd800 && unit < 0xe000) ? 1 : 2;
  }
  return bytes;
}
