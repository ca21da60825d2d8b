import { cleanText } from "./clean-text.ts";

/** What an agent should know before it asks anything. */
export const agentInstructions = [
  "Steelyard weighs language models: which to use or switch to, at what cost, how sure that is and what would change it.",
  "Every figure comes with a source and a day, or is unknown with a reason. Unknown is neither zero nor no: pass it on as unknown, and do not fill it in from memory.",
  "`find` when no model is named; `compare` for two or more; `cost` for a bill; `switch` for a move; `gap` for two scores; `model` for all that is held of one; `explain` for where a value comes from; `identify` when it is not clear which model a name means, `search` when it is misspelt.",
  "State the user's own month as `traffic`. Without it 800M tokens in and 250M out are assumed; say so when you report.",
  "Where an answer names an option such as `--task rag`, it is the field `task` of the input; a command such as `steelyard models` is the tool `models`.",
  "Report the verdict with its confidence, what would flip it and what is missing. Lists are long: give `limit` and `search`.",
].join("\n");

/** Words for what an agent can pick or read. */
export const agentWords = {
  chooseModel: "Choose a model for a workload, by facts and with what stays uncertain.",
  model: "What is known of one model and of each route to it, with sources.",
  catalog: "Which catalog answers: its name, its day and how much it holds.",
  task: "Kind of work: coding-agent, rag, …",
  requests: "Requests a month: 60k.",
  inputTokens: "Tokens in a month, cached ones included: 240M.",
  outputTokens: "Tokens out a month: 30M.",
  constraints: "Musts, with semicolons between them: tools; context>=200k; region=eu.",
} as const;

/** A workload as somebody states it before anything is asked. */
export interface StatedWork {
  readonly task?: string | undefined;
  readonly requests?: string | undefined;
  readonly inputTokens?: string | undefined;
  readonly outputTokens?: string | undefined;
  readonly constraints?: string | undefined;
}

/** Leads an agent from a workload to a choice and to an honest report of it. */
export function chooseModelPrompt(work: StatedWork): string {
  const input = questionOf(work);
  const isTrafficStated = Object.hasOwn(input, "traffic");
  return [
    "Choose a language model for this workload with Steelyard's tools.",
    "",
    ...(isTrafficStated
      ? []
      : [
          "The month's tokens are not stated. Ask for them once; if nobody knows, go on with the tools' assumption and say that it is one.",
          "",
        ]),
    `1. Call \`find\` with ${JSON.stringify(input)}. It names the models worth a closer look, and what each must costs.`,
    `2. Call \`compare\` with the two or three that fit best as \`models\`, and the same fields. Use \`identify\` first when a name may be wrong.`,
    `3. Call \`cost\` with the routes that \`compare\` chose as \`routes\` and the same \`traffic\` when the user asks what makes up the bill.`,
    "4. Call `switch` when a model is in use today, to say what the move breaks and what must be tested.",
    "",
    "Then report, in this order:",
    "- the verdict as it is: `choose`, `choose-if` with its conditions, `no-difference-established`, `not-decidable` or `none-fits`;",
    "- the monthly cost as a range, at which traffic, and whether that was assumed;",
    "- confidence with its probability and what holds it down;",
    "- what would change the answer (`flips`) and what is missing, the cheapest to learn first;",
    "- sources with their days for the figures that decide.",
    "",
    "Leave what is unknown unknown. Where no difference is established, say so and choose by cost or by what the user can test on their own prompts.",
  ].join("\n");
}

function questionOf({
  task,
  constraints,
  ...traffic
}: StatedWork): Readonly<Record<string, unknown>> {
  const tokens = Object.entries(traffic).flatMap(([field, value]) =>
    value === undefined || value.trim() === "" ? [] : [[field, cleanText(value.trim())]],
  );
  const musts = (constraints ?? "")
    .split(/[;\n]/)
    .map((must) => cleanText(must.trim()))
    .filter((must) => must !== "");
  return {
    ...(task === undefined || task.trim() === "" ? {} : { task: cleanText(task.trim()) }),
    ...(musts.length === 0 ? {} : { constraints: musts }),
    ...(tokens.length === 0 ? {} : { traffic: Object.fromEntries(tokens) }),
  };
}
