import { describe, expect, it } from "vitest";
import { faultOfOdds, tokenOdds } from "./token-odds.ts";

const odds = (token: string, probability: number, other: number) => {
  const logprob = Math.log(probability);
  return {
    token,
    logprob,
    best: [
      { token, logprob },
      { token: "~", logprob: Math.log(other) },
    ],
  };
};

describe("the probabilities of tokens", () => {
  it.each`
    tokens                                           | fault                                                    | because
    ${[odds("ap", 0.7, 0.2), odds("ple", 0.9, 0.1)]} | ${undefined}                                             | ${"all of it fits"}
    ${[odds("apple", 1.4, 0.1)]}                     | ${"a probability above 1"}                               | ${"there is none"}
    ${[odds("apple", 0.9, 0.8)]}                     | ${"probabilities that add up to more than 1"}            | ${"they share what there is"}
    ${[odds("apple", 0.2, 0.7)]}                     | ${"a token that is not the likeliest, at temperature 0"} | ${"nothing is drawn there"}
    ${[odds("pear", 0.7, 0.2)]}                      | ${"tokens that are not those of the text"}               | ${"they belong to something else"}
  `("have the fault $fault: $because", ({ tokens, fault }) => {
    expect(faultOfOdds(tokens, "apple")).toBe(fault);
  });

  const chosen = { token: "a", logprob: -0.1 };
  const gemini = { token: "a", logProbability: -0.1 };
  it.each([
    [
      "chat completions",
      { choices: [{ logprobs: { content: [{ ...chosen, top_logprobs: [chosen] }] } }] },
    ],
    [
      "responses",
      { output: [{ content: [{ text: "a", logprobs: [{ ...chosen, top_logprobs: [chosen] }] }] }] },
    ],
    [
      "gemini",
      {
        candidates: [
          {
            logprobsResult: {
              chosenCandidates: [gemini],
              topCandidates: [{ candidates: [gemini] }],
            },
          },
        ],
      },
    ],
  ])("are read as %s write them", (_, event) => {
    const wire = { status: 200, headers: {}, events: [event] };
    expect(tokenOdds(wire)).toEqual([{ ...chosen, best: [chosen] }]);
  });
});
