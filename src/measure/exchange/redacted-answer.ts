import type { Answer } from "../../core/runs/attempt.ts";
import type { Redaction } from "./redaction.ts";

/** An answer without secrets, and whether there was one in it. */
export function redactedAnswer(
  answer: Answer,
  redaction: Redaction,
): { readonly answer: Answer; readonly hasSecret: boolean } {
  let hasSecret = false;
  const text = (given: string) => {
    const shown = redaction.text(given);
    if (shown !== given) hasSecret = true;
    return shown;
  };
  const orNull = (given: string | null) => (given === null ? null : text(given));
  const shown: Answer = {
    ...answer,
    text: text(answer.text),
    reasoning: text(answer.reasoning),
    toolCalls: answer.toolCalls.map((call) => ({
      id: text(call.id),
      name: text(call.name),
      arguments: text(call.arguments),
    })),
    finish: { raw: orNull(answer.finish.raw), normal: answer.finish.normal },
    servedModel: orNull(answer.servedModel),
    fingerprint: orNull(answer.fingerprint),
    provider: orNull(answer.provider),
  };
  return { answer: shown, hasSecret };
}
