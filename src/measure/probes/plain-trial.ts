import type { Failure } from "../../core/runs/failure.ts";
import { holdsWord } from "./holds-word.ts";
import { type SeenExchange, type Trial, user } from "./probe-step.ts";

/** Room for an answer where a model thinks first. */
const roomForReasoning = 1024;

/**
 * Asks for one word. The first trial finds out how the endpoint wants to be asked, before anything
 * else is: by which name it takes the limit of tokens, and how much room its answers need.
 */
export const plainTrial: Trial = function* ({ draw, trial, learnt }) {
  if (trial === 1) {
    for (const attempt of ["first", "second", "third"]) {
      const seen = yield { role: "base", detail: attempt, messages: user("Say hello.") };
      if (isReasoning(seen)) learnt.answerTokens = roomForReasoning;
      if (seen.answer !== null || isHopeless(seen.failure)) break;
      learnt.limitName = nextLimitName(learnt.limitName, seen.failure);
    }
  }
  const word = draw.word();
  yield {
    role: "asked",
    messages: user(`Answer with this word alone: ${word}`),
    detect: holdsWord(word),
  };
};

function isReasoning({ answer }: SeenExchange): boolean {
  return answer !== null && (answer.reasoning !== "" || (answer.usage?.reasoningTokens ?? 0) > 0);
}

function nextLimitName(
  name: "max_tokens" | "max_completion_tokens" | null,
  failure: Failure | null,
): typeof name {
  if (failure?.code !== "bad-request" || !/max_(?:completion_)?tokens/.test(failure.message)) {
    return name;
  }
  return name === "max_tokens" ? "max_completion_tokens" : null;
}

const hopeless: ReadonlySet<string> = new Set([
  "unauthorised",
  "not-found",
  "redirected",
  "refused",
  "host-not-found",
  "certificate",
  "cancelled",
]);

/** Asking again cannot help. */
function isHopeless(failure: Failure | null): boolean {
  return failure !== null && hopeless.has(failure.code);
}
