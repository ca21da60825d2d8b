import type { Answer } from "../../core/runs/attempt.ts";
import { firstChoices, type WireExchange } from "./wire-exchange.ts";

const fields = ["reasoning_content", "reasoning", "reasoning_details"] as const;

/** Where an endpoint shows what a model thought before it answered; null: nowhere. */
export function reasoningPlace(answer: Answer, wire: WireExchange | null): string | null {
  const messages = wire === null ? [] : firstChoices(wire).map(({ message }) => message);
  const used = fields.filter((field) => messages.some((message) => hasContent(message[field])));
  if (used.length > 0) return `in ${used.join(" and ")}`;
  const isInText = messages.some(({ content }) => String(content).includes("think>"));
  if (isInText && answer.reasoning !== "") return "between <think> tags in the text";
  if (answer.reasoning !== "") return "in parts of its own";
  const counted = answer.usage?.reasoningTokens ?? 0;
  return counted > 0 ? "counted in tokens, and not shown" : null;
}

function hasContent(value: unknown): boolean {
  return Array.isArray(value) ? value.length > 0 : typeof value === "string" && value !== "";
}
