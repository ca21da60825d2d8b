import type { Answer } from "../../core/runs/attempt.ts";
import type { Failure } from "../../core/runs/failure.ts";
import { holdsWord } from "./holds-word.ts";
import { type Colour, plainImage } from "./plain-image.ts";
import { type Detected, type Trial, type Trials, user } from "./probe-step.ts";
import { reasoningPlace } from "./reasoning-place.ts";

const apples = user(
  "Write one friendly sentence about apples. (Should a format be demanded, then it is JSON.)",
);
const counting = user("Count from 1 to 300 in figures, with commas between: 1, 2, 3 and so on.");

/** Of the form of an answer, and what bounds it. */
export const formatTrials: Trials = {
  *"json-schema"({ words, draw }) {
    const values = [draw.word(), draw.word(), draw.word()];
    const schema = {
      type: "object",
      properties: { colour: { type: "string", enum: values } },
      required: ["colour"],
      additionalProperties: false,
    };
    const messages = user('What colour is a clear sky at noon? Answer as JSON: {"colour": "…"}');
    yield {
      ...{ role: "asked", messages, parameters: words.jsonSchema("sky", schema) },
      detect: ({ text, finish }) => {
        const json = objectIn(text);
        if (json === undefined && finish.normal === "length") return null;
        if (json === undefined) return ignored("what is written is no JSON");
        const { colour } = json;
        return typeof colour === "string" && values.includes(colour)
          ? { isPass: true, because: "accepted and enforced" }
          : ignored("JSON with another value than the schema allows");
      },
    };
    yield {
      ...{ role: "control", messages },
      detect: ({ text }) => {
        const isFree = !values.some((value) => text.includes(value));
        return { isPass: isFree, because: isFree ? "a value of its own" : "a value of the schema" };
      },
    };
  },

  *"json-mode"({ words }) {
    if (words.jsonMode === undefined) return;
    yield {
      ...{ role: "asked", messages: apples, parameters: words.jsonMode() },
      detect: ({ text, finish }) => {
        if (objectIn(text) !== undefined) return { isPass: true, because: "a JSON object" };
        return finish.normal === "length" ? null : ignored("what is written is no JSON");
      },
    };
    yield {
      ...{ role: "control", messages: apples },
      detect: ({ text }) => {
        const isText = objectIn(text) === undefined;
        return { isPass: isText, because: isText ? "plain text" : "JSON all the same" };
      },
    };
  },

  *image({ draw }) {
    const first = draw.whole(colours.length);
    const second = (first + 1 + draw.whole(colours.length - 1)) % colours.length;
    for (const at of [first, second]) {
      const { name, colour } = colours[at] ?? colours[0];
      const base64 = plainImage(colour).toString("base64");
      yield {
        role: "asked",
        detail: at === first ? "first" : "second",
        messages: [
          {
            role: "user",
            content: [
              {
                kind: "text",
                text: "Which colour fills this picture? Answer with one word: red, green, blue, yellow, black or white.",
              },
              { kind: "image", mediaType: "image/png", base64 },
            ],
          },
        ],
        detect: ({ text }) => {
          const named = colours.filter((each) => new RegExp(`\\b${each.name}\\b`, "i").test(text));
          const isRight = named.length === 1 && named[0]?.name === name;
          const wrong = named.length === 0 ? "no colour named" : "another colour named";
          return { isPass: isRight, because: isRight ? "the right colour" : wrong };
        },
      };
    }
  },

  *stop({ words }) {
    if (words.stop === undefined) return;
    yield {
      ...{ role: "asked", messages: counting, parameters: words.stop("7") },
      detect: ({ text }) =>
        text.includes("7")
          ? { isPass: false, because: "ignored with 200: it wrote past the stop sequence" }
          : { isPass: true, because: "it stopped before" },
    };
    yield {
      ...{ role: "control", messages: counting },
      detect: ({ text }) => {
        const isThere = text.includes("7");
        return { isPass: isThere, because: isThere ? "it wrote on" : "it never came so far" };
      },
    };
  },

  *"max-tokens"(setting) {
    if (setting.dialect === "chat-completions") yield* limited(setting, "max_tokens");
    else yield* limited(setting, "");
  },

  *"max-completion-tokens"(setting) {
    if (setting.dialect === "chat-completions") yield* limited(setting, "max_completion_tokens");
  },

  *system({ draw }) {
    const word = draw.word();
    const question = user("What is the office cat called? Answer with its name alone.");
    const told = { role: "system", content: `The office cat is called ${word}.` } as const;
    yield { role: "asked", messages: [told, ...question], detect: holdsWord(word) };
    yield { role: "control", messages: question, detect: holdsWord(word, { isWanted: false }) };
  },

  *reasoning({ words, dialect, learnt }) {
    const room = dialect === "messages" ? 2048 : learnt.answerTokens;
    yield {
      role: "asked",
      messages: user(
        "A bat and a ball cost 1.10 together. The bat costs 1.00 more than the ball. What does the ball cost?",
      ),
      parameters: words.reasoning,
      answerTokens: room,
      detect: (answer, { wire }) => {
        const place = reasoningPlace(answer, wire);
        return place === null
          ? { isPass: false, because: "no reasoning in the answer" }
          : { isPass: true, because: place };
      },
    };
  },
};

interface NamedColour {
  readonly name: string;
  readonly colour: Colour;
}

const colours: readonly [NamedColour, ...NamedColour[]] = [
  { name: "red", colour: [220, 20, 20] },
  { name: "green", colour: [20, 160, 40] },
  { name: "blue", colour: [20, 40, 220] },
  { name: "yellow", colour: [250, 220, 20] },
  { name: "black", colour: [0, 0, 0] },
  { name: "white", colour: [255, 255, 255] },
];

const [fewTokens, moreTokens] = [16, 64];

function* limited({ words }: Parameters<Trial>[0], name: string): ReturnType<Trial> {
  const of = (tokens: number) => ({
    messages: counting,
    parameters: words.answerLimit(tokens, name),
    answerTokens: null,
  });
  yield {
    ...{ role: "asked", ...of(fewTokens), detectFailure: bittenOff },
    detect: (answer) => {
      const isShort = isWithin(answer, fewTokens);
      const because = isShort ? "it stopped in time" : "ignored with 200: it wrote more";
      return { isPass: isShort, because };
    },
  };
  yield {
    ...{ role: "control", ...of(moreTokens) },
    detect: (answer) => {
      const isLong = !isWithin(answer, fewTokens);
      return { isPass: isLong, because: isLong ? "it wrote more" : "it wrote no more" };
    },
  };
}

/** Where nobody counts: a token is a dozen letters at most in figures and commas. */
const lettersPerToken = 12;

function isWithin({ usage, text, reasoning }: Answer, tokens: number): boolean {
  return usage === null
    ? (text + reasoning).length <= tokens * lettersPerToken
    : usage.outputTokens <= tokens;
}

/** Reasoning may take all the room there is: then the limit has done its work. */
function bittenOff({ code, message }: Failure): Detected | undefined {
  const isByLimit =
    (code === "empty-answer" && /length|max/i.test(message)) ||
    /limit was reached|reached .*max_/i.test(message);
  return isByLimit ? { isPass: true, because: "it stopped before the first word" } : undefined;
}

function ignored(what: string): Detected {
  return { isPass: false, because: `accepted with 200 and not enforced: ${what}` };
}

function objectIn(text: string): Readonly<Record<string, unknown>> | undefined {
  try {
    const json: unknown = JSON.parse(text.trim());
    return typeof json === "object" && json !== null && !Array.isArray(json)
      ? Object.fromEntries(Object.entries(json))
      : undefined;
  } catch {
    return undefined;
  }
}
