import type { Failure } from "../../core/runs/failure.ts";
import { contextTrials } from "./context-trials.ts";
import { plainTrial } from "./plain-trial.ts";
import { type Detected, type Trials, user } from "./probe-step.ts";
import { faultOfOdds, tokenOdds } from "./token-odds.ts";
import type { WireExchange } from "./wire-exchange.ts";

const shortText = 40;

/** Of how the endpoint serves, whatever the model writes. */
export const serviceTrials: Trials = {
  ...contextTrials,
  answers: plainTrial,

  *streaming({ learnt }) {
    const asking = {
      messages: user("Count from one to fifty in words, one a line."),
      answerTokens: Math.max(200, learnt.answerTokens),
    };
    yield {
      ...{ role: "asked", ...asking, isStreamed: true },
      detect: ({ text, reasoning }, { timings }) => {
        if (text.length + reasoning.length <= shortText) return null;
        return timings.isBurst || timings.chunkMs.length < 3
          ? { isPass: false, because: "all of it came at once" }
          : { isPass: true, because: "piece by piece" };
      },
    };
    yield {
      ...{ role: "control", ...asking },
      detect: (_, { timings }) => {
        const isWhole = timings.chunkMs.length <= 3;
        return { isPass: isWhole, because: isWhole ? "in one piece" : "in pieces" };
      },
    };
  },

  *"stream-usage"() {
    const messages = user("Name three fruits.");
    const base = yield { role: "base", messages };
    const whole = base.answer?.usage ?? null;
    yield {
      ...{ role: "asked", messages, isStreamed: true },
      detect: ({ usage }) => {
        if (base.answer === null) return null;
        if (usage === null) return { isPass: false, because: "the stream counts no tokens" };
        if (whole === null) return { isPass: false, because: "only the stream counts tokens" };
        return usage.inputTokens === whole.inputTokens
          ? { isPass: true, because: "the same tokens in, streamed or not" }
          : { isPass: false, because: "other tokens in than the whole answer" };
      },
    };
    yield {
      role: "control",
      messages: user(`${"Read this line and pass on. ".repeat(8)}Name three fruits.`),
      isStreamed: true,
      detect: ({ usage }) => {
        if (usage === null || whole === null) return null;
        const isMore = usage.inputTokens > whole.inputTokens;
        return { isPass: isMore, because: isMore ? "more tokens" : "no more tokens" };
      },
    };
  },

  *logprobs({ words }) {
    if (words.logprobs === undefined) return;
    const messages = user("Name three fruits.");
    yield {
      ...{ role: "asked", messages, parameters: words.logprobs() },
      detect: ({ text }, { wire }) => {
        if (wire === null) return null;
        const odds = tokenOdds(wire);
        if (odds.length === 0) return { isPass: false, because: "ignored with 200: none came" };
        const fault = faultOfOdds(odds, text);
        return fault === undefined
          ? { isPass: true, because: "present and consistent" }
          : { isPass: false, because: fault };
      },
    };
    yield {
      ...{ role: "control", messages },
      detect: (_, { wire }) => {
        if (wire === null) return null;
        const isNone = tokenOdds(wire).length === 0;
        return { isPass: isNone, because: isNone ? "none came" : "they came unasked" };
      },
    };
  },

  *seed({ words, draw, learnt }) {
    if (words.seed === undefined) return;
    const seed = 1 + draw.whole(1_000_000);
    const asking = {
      messages: user("Invent a strange story of thirty words."),
      answerTokens: Math.max(80, learnt.answerTokens / 4),
    };
    const parameters = words.seed(seed);
    const base = yield { ...asking, role: "base", parameters };
    const told = base.answer;
    yield {
      ...{ ...asking, role: "asked", parameters },
      detect: ({ text, reasoning }) => {
        if (told === null) return null;
        const isSame = text === told.text && reasoning === told.reasoning;
        return { isPass: isSame, because: isSame ? "the same text" : "another text" };
      },
      detectFailure: ({ code }) =>
        code === "empty-answer" && told !== null
          ? { isPass: false, because: "another text" }
          : undefined,
    };
    yield {
      ...{ ...asking, role: "control", parameters: words.seed(seed + 1) },
      detect: ({ text, reasoning }) => {
        if (told === null) return null;
        const isOther = text !== told.text || reasoning !== told.reasoning;
        return { isPass: isOther, because: isOther ? "another text" : "the same text" };
      },
    };
  },

  *"unknown-model"({ draw }) {
    const taken = { isPass: false, because: "answered with 200 under that name" };
    yield {
      role: "asked",
      model: `no-such-model-${draw.word().toLowerCase()}`,
      messages: user("Say hello."),
      detect: () => taken,
      detectFailure: (failure) => refused(failure, taken),
    };
  },

  *"unknown-parameter"() {
    const taken = { isPass: false, because: "ignored with 200" };
    yield {
      role: "asked",
      messages: user("Say hello."),
      parameters: { steelyard_no_such_parameter: true },
      detect: () => taken,
      detectFailure: (failure) => refused(failure, taken),
    };
  },

  *"rate-limits"() {
    yield {
      role: "asked",
      messages: user("Say hello."),
      detect: (_, { wire }) => limitHeaders(wire),
      detectFailure: ({ code }, wire) => (code === "empty-answer" ? limitHeaders(wire) : null),
    };
  },
};

const limitHeader = /^(?:x-|anthropic-)?rate-?limit/;

function limitHeaders(wire: WireExchange | null): Detected {
  if (wire === null) return null;
  const [first, ...others] = Object.keys(wire.headers)
    .filter((name) => limitHeader.test(name))
    .sort();
  return first === undefined
    ? { isPass: false, because: "no such header" }
    : { isPass: true, because: `${first}${others.length === 0 ? "" : " and others"}` };
}

/** A refusal is what is looked for; one for another reason says nothing, and no words are no refusal. */
function refused({ code, status }: Failure, taken: Detected): Detected | undefined {
  if (code === "empty-answer") return taken;
  if (code === "rate-limited" || status === null || status < 400) return undefined;
  return { isPass: true, because: `refused with ${status}` };
}
