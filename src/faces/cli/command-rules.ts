import type { OperationName } from "../../operations/index.ts";
import { numberOf } from "./traffic-option.ts";

/** One option that fills one field of an operation's input. */
export interface OptionRule {
  readonly flags: string;
  readonly field: string;
  readonly help: string;
  readonly isRepeatable?: boolean;
  readonly parse?: (text: string) => unknown;
}

/** How words on the command line become the input of an operation. */
export interface CommandRule {
  /** Fields the plain words fill, in order; a field ending in `...` takes all that are left. */
  readonly words: readonly string[];
  readonly options: readonly OptionRule[];
  /** What follows `steelyard` and the command's name. */
  readonly examples: readonly string[];
}

const facts = {
  flags: "--facts <file>",
  field: "facts",
  help: "facts file laid over the catalog; repeatable",
  isRepeatable: true,
};
const asOf = { flags: "--as-of <day>", field: "asOf", help: "answer for this day: 2026-11-20" };
const onCatalog = [facts, asOf];

const text = (flags: string, field: string, help: string) => ({ flags, field, help });
const number = (flags: string, field: string, help: string) => ({
  flags,
  field,
  help,
  parse: numberOf,
});
const search = text("--search <text>", "search", "only those whose id or name has these words");
const limit = number("--limit <n>", "limit", "at most so many rows");

export const commandRules: Record<OperationName, CommandRule> = {
  explain: {
    words: ["subject", "property"],
    options: onCatalog,
    examples: ["gpt-4-turbo price.input", "qwen3.5-4b"],
  },
  models: {
    words: [],
    options: [
      text("--maker <id>", "maker", "only this maker's"),
      text("--family <name>", "family", "only this family"),
      text("--provider <id>", "provider", "only those this provider serves"),
      text("--openness <word>", "openness", "only those whose openness is this"),
      search,
      limit,
      ...onCatalog,
    ],
    examples: ["--maker qwen", "--search qwen3.5 --format json"],
  },
  routes: {
    words: [],
    options: [
      text("--model <name>", "model", "only routes to this model"),
      text("--provider <id>", "provider", "only this provider's"),
      search,
      limit,
      ...onCatalog,
    ],
    examples: ["--model qwen3.5-4b", "--provider deepinfra"],
  },
  providers: { words: [], options: [search, limit, facts], examples: ["--search open"] },
  benchmarks: {
    words: [],
    options: [text("--category <name>", "category", "only this category"), search, limit, facts],
    examples: ["--search mmlu"],
  },
};
