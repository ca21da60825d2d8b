import type { Answer } from "../../core/runs/attempt.ts";
import type { Failure } from "../../core/runs/failure.ts";
import type { ToolDefinition } from "../../core/runs/prompt.ts";
import { holdsWord } from "./holds-word.ts";
import { type Detected, type Trials, user } from "./probe-step.ts";

const ofCity = {
  type: "object",
  properties: { city: { type: "string", description: "The name of the city" } },
  required: ["city"],
  additionalProperties: false,
};
const weather = "get_weather";
const time = "get_local_time";
const tools: readonly ToolDefinition[] = [
  { name: weather, description: "The weather in a city, as of now.", parameters: ofCity },
  { name: time, description: "The local time in a city, as of now.", parameters: ofCity },
];

const cities = ["Paris", "Rome", "Oslo", "Lima", "Cairo", "Tokyo"] as const;
const greeting = user("Say hello in one short sentence.");
const weatherOf = (city: string) =>
  user(`What is the weather in ${city} right now? Look it up with a tool.`);

/** Of calls of tools. */
export const toolTrials: Trials = {
  *"tools-auto"({ words, draw }) {
    const city = draw.pick(cities);
    const parameters = words.toolChoice("auto");
    yield {
      ...{ role: "asked", messages: weatherOf(city), tools, parameters },
      detect: (answer) => {
        const [call] = answer.toolCalls;
        if (call === undefined) return { isPass: false, because: "plain text, no tool call" };
        const because = `${offered(call.name)} was called`;
        const isFit = call.name === weather && call.arguments.includes(city);
        return isFit ? { isPass: true, because } : { isPass: false, because: `${because}, unfit` };
      },
    };
    yield { role: "control", messages: greeting, tools, parameters, detect: isWithoutCalls };
  },

  *"tools-forced"({ words }) {
    const parameters = words.toolChoice("required");
    yield {
      ...{ role: "asked", messages: greeting, tools, parameters },
      ...{ detect: isCallOfTools, detectFailure: isSilent },
    };
    yield { role: "control", messages: greeting, detect: isWithoutCalls };
  },

  *"tools-named"({ words, draw }) {
    const messages = weatherOf(draw.pick(cities));
    const named = words.toolChoice({ name: time });
    yield {
      ...{ role: "asked", messages, tools, parameters: named },
      ...{ detect: isCallOf(time), detectFailure: isSilent },
    };
    yield {
      ...{ role: "control", messages, tools, parameters: words.toolChoice("auto") },
      detect: (answer) => {
        const isOther = answer.toolCalls.every(({ name }) => name !== time);
        return { isPass: isOther, because: isOther ? "not called by choice" : "called by choice" };
      },
    };
  },

  *"tools-none"({ words, draw }) {
    const messages = weatherOf(draw.pick(cities));
    const parameters = words.toolChoice("none");
    yield { role: "asked", messages, tools, parameters, detect: isWithoutCalls };
    yield {
      ...{ role: "control", messages, tools, parameters: words.toolChoice("auto") },
      detect: isCallOfTools,
    };
  },

  *"parallel-on"({ words, draw }) {
    if (words.parallel === undefined) return;
    const parameters = words.parallel(true, "auto");
    const messages = weatherOf("Paris and in Rome, both at once");
    yield { role: "asked", messages, tools, parameters, detect: isSeveralCalls };
    yield {
      ...{ role: "control", messages: weatherOf(draw.pick(cities)), tools, parameters },
      detect: ({ toolCalls: { length } }) => ({
        isPass: length === 1,
        because: callsText(length),
      }),
    };
  },

  *"parallel-off"({ words }) {
    if (words.parallel === undefined) return;
    const messages = weatherOf("Paris and in Rome, both at once");
    const forbidden = words.parallel(false, "required");
    const allowed = words.parallel(true, "required");
    yield {
      ...{ role: "asked", messages, tools, parameters: forbidden },
      detect: ({ toolCalls: { length } }) => {
        if (length === 0) return null;
        return length === 1
          ? { isPass: true, because: "one call" }
          : { isPass: false, because: "several calls with 200, though that is switched off" };
      },
    };
    yield { role: "control", messages, tools, parameters: allowed, detect: isSeveralCalls };
  },

  *"tool-result"({ draw }) {
    const word = draw.word();
    const question = user("What is the office cat called? Answer with its name alone.");
    const lookUp: ToolDefinition = {
      name: "look_up",
      description: "Looks a name up in the directory of the office.",
      parameters: {
        type: "object",
        properties: { what: { type: "string" } },
        required: ["what"],
      },
    };
    const call = { id: "call12345", name: lookUp.name, arguments: '{"what":"office cat"}' };
    yield {
      role: "asked",
      tools: [lookUp],
      messages: [
        ...question,
        { role: "assistant", content: "", toolCalls: [call] },
        { role: "tool", toolCallId: call.id, content: JSON.stringify({ name: word }) },
      ],
      detect: holdsWord(word),
    };
    yield { role: "control", messages: question, detect: holdsWord(word, { isWanted: false }) };
  },
};

function isWithoutCalls({ toolCalls }: Answer): Detected {
  const [call] = toolCalls;
  return call === undefined
    ? { isPass: true, because: "no tool call" }
    : { isPass: false, because: `${offered(call.name)} was called all the same` };
}

function isCallOfTools({ toolCalls, finish }: Answer): Detected {
  const [call] = toolCalls;
  if (call === undefined) {
    return { isPass: false, because: "ignored with 200: plain text, no tool call" };
  }
  if (!tools.some(({ name }) => name === call.name)) {
    return { isPass: false, because: "a tool was called that nobody offered" };
  }
  if (isObject(call.arguments)) return { isPass: true, because: "a tool was called" };
  if (finish.normal === "length") return null;
  return { isPass: false, because: "a tool was called, and its arguments are no JSON" };
}

/** An answer without a word is one without a call. */
function isSilent({ code }: Failure): Detected | undefined {
  return code === "empty-answer"
    ? { isPass: false, because: "ignored with 200: nothing was written, no tool call" }
    : undefined;
}

function isCallOf(wanted: string): (answer: Answer) => Detected {
  return (answer) => {
    const other = answer.toolCalls.find(({ name }) => name !== wanted);
    if (other === undefined) return isCallOfTools(answer);
    const because = `ignored with 200: ${offered(other.name)} was called instead`;
    return { isPass: false, because };
  };
}

/** What a model makes up is not repeated. */
function offered(called: string): string {
  return tools.some(({ name }) => name === called) ? called : "a tool that nobody offered";
}

function isSeveralCalls({ toolCalls: { length } }: Answer): Detected {
  return { isPass: length >= 2, because: callsText(length) };
}

function callsText(count: number): string {
  if (count === 0) return "plain text, no tool call";
  return count === 1 ? "one call" : "several calls";
}

function isObject(text: string): boolean {
  try {
    const parsed: unknown = JSON.parse(text);
    return typeof parsed === "object" && parsed !== null;
  } catch {
    return false;
  }
}
