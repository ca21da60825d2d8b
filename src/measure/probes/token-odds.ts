import { z } from "zod";
import { firstChoices, type WireExchange } from "./wire-exchange.ts";

/** A token with the logarithm of its probability, and the best of those it was chosen from. */
export interface TokenOdds {
  readonly token: string;
  readonly logprob: number;
  readonly best: readonly { readonly token: string; readonly logprob: number }[];
}

const Odds = z.object({ token: z.string(), logprob: z.number() });
const ChatOdds = z.object({ content: z.array(Odds.extend({ top_logprobs: z.array(Odds) })) });

const ResponsesPart = z.object({
  logprobs: z.array(Odds.extend({ top_logprobs: z.array(Odds) })),
});
const ResponsesBody = z.object({
  output: z.array(z.object({ content: z.array(z.unknown()).nullish() })),
});

const GeminiOdds = z
  .object({ token: z.string(), logProbability: z.number() })
  .transform(({ token, logProbability }) => ({ token, logprob: logProbability }));
const GeminiBody = z.object({
  candidates: z.tuple([
    z.object({
      logprobsResult: z.object({
        chosenCandidates: z.array(GeminiOdds),
        topCandidates: z.array(z.object({ candidates: z.array(GeminiOdds) })),
      }),
    }),
  ]),
});

/** The probabilities in an answer, however its format writes them; none where there are none. */
export function tokenOdds(wire: WireExchange): readonly TokenOdds[] {
  return [
    ...chatOdds(wire),
    ...wire.events.flatMap((event) => [...responsesOdds(event), ...geminiOdds(event)]),
  ];
}

function chatOdds(wire: WireExchange): readonly TokenOdds[] {
  return firstChoices(wire).flatMap(({ logprobs }) =>
    (ChatOdds.safeParse(logprobs).data?.content ?? []).map(
      ({ token, logprob, top_logprobs: best }) => ({ token, logprob, best }),
    ),
  );
}

function responsesOdds(event: unknown): readonly TokenOdds[] {
  const parts = (ResponsesBody.safeParse(event).data?.output ?? []).flatMap(
    ({ content }) => content ?? [],
  );
  return parts.flatMap((part) =>
    (ResponsesPart.safeParse(part).data?.logprobs ?? []).map(
      ({ token, logprob, top_logprobs: best }) => ({ token, logprob, best }),
    ),
  );
}

function geminiOdds(event: unknown): readonly TokenOdds[] {
  const [candidate] = GeminiBody.safeParse(event).data?.candidates ?? [];
  if (candidate === undefined) return [];
  const { chosenCandidates, topCandidates } = candidate.logprobsResult;
  return chosenCandidates.map((chosen, at) => ({
    ...chosen,
    best: topCandidates[at]?.candidates ?? [],
  }));
}

/** Probabilities are rounded on their way. */
const rounding = 0.02;

/** What is wrong with probabilities at temperature 0, in the order of what to say first. */
export function faultOfOdds(odds: readonly TokenOdds[], text: string): string | undefined {
  const written = odds.map(({ token }) => token).join("");
  if (odds.some(({ logprob }) => logprob > rounding)) return "a probability above 1";
  const isTooMuch = odds.some(
    ({ best }) => best.reduce((sum, { logprob }) => sum + Math.exp(logprob), 0) > 1 + rounding,
  );
  if (isTooMuch) return "probabilities that add up to more than 1";
  const isOther = odds.some(({ logprob, best }) =>
    best.some((each) => each.logprob > logprob + rounding),
  );
  if (isOther) return "a token that is not the likeliest, at temperature 0";
  return written.includes(text.trim()) ? undefined : "tokens that are not those of the text";
}
