import type { Failure } from "../../core/runs/failure.ts";
import type { Tokens } from "../../core/units.ts";
import { holdsWord } from "./holds-word.ts";
import {
  type Detected,
  type ProbeStep,
  type SeenExchange,
  type Trials,
  user,
} from "./probe-step.ts";
import { countedInput } from "./wire-exchange.ts";

/** Room for the answer and for what a template puts around a prompt. */
const besideTokens = 64;
const answerTokens = 16;
const requestsAtMost = 9;
/** A prompt of which less is counted was cut. */
const countedShareAtLeast = 0.75;

/** How long a prompt is taken, and whether all of it is read. */
export const contextTrials: Trials = {
  *context({ contextTokens, learnt }) {
    const shape = yield* shapeOfLines();
    let taken = shape.besideTokens + shortLines * shape.lineTokens;
    let refused = contextTokens - besideTokens;
    let hint: Tokens | undefined;
    if (refused <= taken) return;
    let next = refused;
    for (let request = 1; request <= requestsAtMost; request += 1) {
      const seen = yield sized(next, shape);
      if (seen.detected === null) return;
      if (seen.detected.isPass) {
        taken = next;
        learnt.takenTokens = next;
        if (next === contextTokens - besideTokens) return;
      } else {
        refused = next;
        hint = hintIn(seen.failure, taken, refused) ?? hint;
      }
      if (refused - taken <= Math.max(16, refused / 100)) return;
      next = between(taken, refused, hint);
    }
  },

  *needle({ contextTokens, learnt, draw }) {
    const word = draw.word();
    const told = `The office cat is called ${word}.\n`;
    const question = "\nWhat is the office cat called? Answer with its name alone.";
    const short = yield {
      role: "control",
      messages: user(told + filled(shortLines) + question),
      detect: holdsWord(word),
    };
    const rate = tokensPerLine(short, shortLines);
    const room = Math.max(learnt.answerTokens - answerTokens, 0);
    const tokens = (learnt.takenTokens ?? contextTokens - besideTokens) - besideTokens - room;
    if (tokens < 2 * shortLines * rate) return;
    const lines = Math.floor(tokens / rate);
    yield {
      role: "asked",
      messages: user(told + filled(lines) + question),
      detect: (answer) => {
        const counted = answer.usage?.inputTokens;
        const isCut = counted !== undefined && counted < countedShareAtLeast * tokens;
        const found = holdsWord(word)(answer);
        if (found === null || found.isPass || !isCut) return found;
        return { isPass: false, because: "the word is not there, and less was counted than sent" };
      },
      /** A refusal is no silence: how long a prompt may be, another probe finds out. */
      detectFailure: () => null,
    };
  },
};

const [fewLines, shortLines] = [2, 12];
const line = "The harbour is calm, the boats are in and the evening is grey.";

function filled(lines: number): string {
  return Array.from({ length: lines }, () => line).join("\n");
}

/** What a line of a prompt takes, and what stands around the lines. */
interface Shape {
  readonly lineTokens: number;
  readonly besideTokens: number;
}

/** By two short prompts, as the endpoint counts them; else by their letters. */
function* shapeOfLines(): Generator<ProbeStep, Shape, SeenExchange> {
  const ask = (lines: number): ProbeStep => ({
    ...{ role: "base", detail: `${lines}-lines`, messages: user(filled(lines)), answerTokens },
  });
  const few = yield ask(fewLines);
  const more = yield ask(shortLines);
  const [a, b] = [few, more].map(countedTokens);
  if (a === undefined || b === undefined) {
    return { lineTokens: tokensPerLine(more, shortLines), besideTokens: 0 };
  }
  const lineTokens = plausible((b - a) / (shortLines - fewLines));
  return { lineTokens, besideTokens: Math.max(0, a - fewLines * lineTokens) };
}

const lettersPerToken = 4;
const usualTokens = (line.length + 1) / lettersPerToken;

function tokensPerLine(seen: SeenExchange, lines: number): number {
  const counted = countedTokens(seen);
  return counted === undefined ? usualTokens : plausible(counted / lines);
}

/** Of an answer without a word, too. */
function countedTokens({ answer, wire }: SeenExchange): Tokens | undefined {
  return answer?.usage?.inputTokens ?? (wire === null ? undefined : countedInput(wire));
}

/** Some endpoints count nonsense. */
function plausible(lineTokens: number): number {
  return Math.min(Math.max(lineTokens, usualTokens / 4), usualTokens * 4);
}

function sized(tokens: Tokens, { lineTokens, besideTokens: beside }: Shape): ProbeStep {
  const lines = Math.max(1, Math.round((tokens - beside) / lineTokens));
  return {
    role: "asked",
    detail: String(tokens),
    messages: user(filled(lines)),
    answerTokens,
    detect: ({ usage }) =>
      usage !== null && usage.inputTokens < countedShareAtLeast * tokens
        ? { isPass: false, because: "taken with 200, and cut in silence: less was counted" }
        : { isPass: true, because: "taken" },
    detectFailure: refusal,
  };
}

const byLength: ReadonlySet<string> = new Set([
  "bad-request",
  "too-large",
  "server-error",
  "error-in-body",
]);

function refusal({ code, status }: Failure): Detected | undefined {
  if (code === "empty-answer") return { isPass: true, because: "taken, and nothing was written" };
  if (!byLength.has(code) && status !== 413) return null;
  const named = status === null || status === 200 ? "an error" : String(status);
  return { isPass: false, because: `refused with ${named}` };
}

/**
 * A number in the refusal that may be the limit: `the context size is 2048 tokens`. One that is near
 * to what was sent is what was sent.
 */
function hintIn(failure: Failure | null, taken: number, refused: number): Tokens | undefined {
  const numbers = (failure?.message.match(/\d[\d,]*\d/g) ?? []).map((each) =>
    Number(each.replaceAll(",", "")),
  );
  const possible = numbers.filter((each) => each > taken && each < 0.95 * refused);
  return possible.length === 0 ? undefined : Math.min(...possible);
}

/** Just below and just above what is said to be the limit; else the middle, by size at first. */
function between(taken: number, refused: number, hint: Tokens | undefined): Tokens {
  if (hint !== undefined && hint - besideTokens > taken) return hint - besideTokens;
  if (hint !== undefined && hint + besideTokens / 4 < refused && hint > taken) {
    return Math.round(hint + besideTokens / 4);
  }
  const middle = refused > 2 * taken ? Math.sqrt(taken * refused) : (taken + refused) / 2;
  return Math.round(middle);
}
