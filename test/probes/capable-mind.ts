import { inflateSync } from "node:zlib";
import { seededRandom } from "../../src/core/stats/random.ts";
import type { AskedBody } from "./asked-body.ts";

/** What a model in tests says, and which tools it calls. */
export interface Said {
  readonly text: string;
  readonly calls: readonly { readonly name: string; readonly city: string }[];
}

/** What it may go by; what an endpoint ignores is left out. */
export interface Hints {
  readonly tools: readonly string[];
  readonly choice: "auto" | "required" | "none" | { readonly name: string };
  readonly isParallel: boolean;
  readonly enumeration: readonly string[] | undefined;
  readonly isJson: boolean;
  readonly story: number;
  readonly isToolResultSeen: boolean;
  readonly isSystemSeen: boolean;
  readonly isSighted: boolean;
}

type Message = AskedBody["messages"][number];

/** Does what it is told, as far as the probes ask. */
export function saidOf(messages: readonly Message[], hints: Hints): Said {
  const asked = textOf(messages.findLast(({ role }) => role === "user"));
  const { choice, tools } = hints;
  const cities = [...asked.matchAll(/Paris|Rome|Oslo|Lima|Cairo|Tokyo/g)].map(([city]) => city);
  const isToolAsked = cities.length > 0;
  if (tools.length > 0 && choice !== "none" && (choice !== "auto" || isToolAsked)) {
    const name = typeof choice === "object" ? choice.name : (tools[0] ?? "");
    const all = cities.length === 0 ? ["Paris"] : cities;
    const kept = hints.isParallel ? all : all.slice(0, 1);
    return { text: "", calls: kept.map((city) => ({ name, city })) };
  }
  return { text: textFor(asked, messages, hints), calls: [] };
}

function textFor(asked: string, messages: readonly Message[], hints: Hints): string {
  const rule = rules.find(([pattern]) => pattern.test(asked));
  return rule === undefined ? "Fine." : rule[1](asked, messages, hints);
}

type Rule = readonly [
  RegExp,
  (asked: string, messages: readonly Message[], hints: Hints) => string,
];

const numbers = ["one", "two", "three", "four", "five", "six", "seven", "eight", "nine", "ten"];

const rules: readonly Rule[] = [
  [/this word alone: (\w+)/, (asked) => /alone: (\w+)/.exec(asked)?.[1] ?? ""],
  [/office cat called/, (_, messages, hints) => catIn(messages, hints)],
  [/clear sky/, (_, __, { enumeration }) => `{"colour": "${enumeration?.[0] ?? "blue"}"}`],
  [/apples/, (_, __, { isJson }) => (isJson ? '{"apples": "are kind"}' : "Apples are kind.")],
  [/fills this picture/, (_, messages, { isSighted }) => (isSighted ? seen(messages) : "green")],
  [/Count from 1 to/, () => Array.from({ length: 300 }, (_, at) => at + 1).join(", ")],
  [/Count from one/, () => Array.from({ length: 50 }, (_, at) => numbers[at % 10]).join("\n")],
  [/three fruits/, () => "apple, pear, plum"],
  [/strange story/, (_, __, { story }) => storyOf(story)],
  [/bat and a ball/, () => "It costs 0.05."],
];

function catIn(messages: readonly Message[], hints: Hints): string {
  const known = messages.filter(({ role }) => role !== "system" || hints.isSystemSeen);
  const told = known.map((each) => /cat is called (\w+)/.exec(textOf(each))?.[1]).find(Boolean);
  const tool = hints.isToolResultSeen ? known.find(({ role }) => role === "tool") : undefined;
  const returned = tool && /"name":"(\w+)"/.exec(textOf(tool))?.[1];
  return told ?? returned ?? "Nobody told me.";
}

function storyOf(seed: number): string {
  const random = seededRandom(seed);
  return Array.from({ length: 30 }, () => numbers[Math.floor(random() * 10)]).join(" ");
}

/** The colour of the first pixel. */
function seen(messages: readonly Message[]): string {
  const url = messages.flatMap(({ content }) =>
    Array.isArray(content) ? content.flatMap((part) => part.image_url?.url ?? []) : [],
  )[0];
  if (url === undefined) return "I see no picture.";
  const png = Buffer.from(url.slice(url.indexOf(",") + 1), "base64");
  const at = png.indexOf("IDAT");
  const [, red = 0, green = 0, blue = 0] = inflateSync(
    png.subarray(at + 4, at + 4 + png.readUInt32BE(at - 4)),
  );
  const isLow = (value: number) => value < 128;
  return colourNames[[red, green, blue].map((value) => (isLow(value) ? 0 : 1)).join("")] ?? "grey";
}

const colourNames: Readonly<Record<string, string>> = {
  "100": "red",
  "010": "green",
  "001": "blue",
  "110": "yellow",
  "000": "black",
  "111": "white",
};

export function textOf(message: Message | undefined): string {
  const content = message?.content ?? "";
  if (typeof content === "string") return content;
  return content.map(({ text }) => text ?? "").join("");
}
