import { numberOf, trafficHelp, trafficOf } from "./option-values.ts";

/** One option that fills one field of an operation's input. */
export interface OptionRule {
  readonly flags: string;
  readonly field: string;
  readonly help: string;
  readonly isRepeatable?: boolean;
  readonly parse?: (text: string) => unknown;
}

export const facts = {
  flags: "--facts <file>",
  field: "facts",
  help: "facts file laid over the catalog; repeatable",
  isRepeatable: true,
};
const asOf = { flags: "--as-of <day>", field: "asOf", help: "answer for this day: 2026-11-20" };
export const traffic = {
  flags: "--traffic <profile>",
  field: "traffic",
  help: trafficHelp,
  parse: trafficOf,
};
export const onCatalog = [facts, asOf];

export const flag = (flags: string, field: string, help: string) => ({ flags, field, help });
export const text = (flags: string, field: string, help: string) => ({ flags, field, help });
export const number = (flags: string, field: string, help: string) => ({
  flags,
  field,
  help,
  parse: numberOf,
});
export const repeatable = (flags: string, field: string, help: string) => ({
  flags,
  field,
  help,
  isRepeatable: true,
});
/** `price,limit`: words with commas between them. */
export const list = (flags: string, field: string, help: string) => ({
  flags,
  field,
  help,
  parse: (words: string) => words.split(",").map((word) => word.trim()),
});
export const search = text(
  "--search <text>",
  "search",
  "only those whose id or name has these words",
);
export const limit = number("--limit <n>", "limit", "at most so many rows");

export const store = text(
  "--store <place>",
  "store",
  "where runs are kept: a file, or postgres://…",
);

export const constraint = repeatable(
  "--constraint <rule>",
  "constraints",
  "a must: vision, context>=200k, region=eu …; repeatable",
);
export const workload = text(
  "--workload <file>",
  "workload",
  "instead of steelyard.yaml; none leaves it out",
);

export const ofWork = [
  traffic,
  constraint,
  text("--task <work>", "task", "the kind of work, such as coding-agent or rag"),
  number("--failed-task <usd>", "failedTaskUsd", "what one failed task costs you"),
  number("--tau <points>", "tau", "your own spread of set-ups in points"),
  workload,
  ...onCatalog,
];

/** No task chooses between the two of a move. */
export const ofMove = ofWork.filter(({ field }) => field !== "task" && field !== "failedTaskUsd");
