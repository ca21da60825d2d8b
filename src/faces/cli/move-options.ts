import type { OptionRule } from "./option-rules.ts";
import { numberOf } from "./option-values.ts";

/** What only a move from one model to another is asked with. */
export const moveOptions: readonly OptionRule[] = [
  {
    flags: "--fallback",
    field: "fallback",
    help: "the second stands behind the first; which routes to pair",
  },
  { flags: "--from-route <id>", field: "fromRoute", help: "the route in use" },
  { flags: "--to-route <id>", field: "toRoute", help: "the route to use" },
  { flags: "--on <day>", field: "on", help: "the day of the move: 2026-12-15" },
  {
    flags: "--pass-rate <percent>",
    field: "passRate",
    help: "percent of your prompts that pass today",
    parse: numberOf,
  },
  {
    flags: "--points <n>",
    field: "points",
    help: "the loss in points that a test must show",
    parse: numberOf,
  },
  {
    flags: "--output-ratio <n>",
    field: "outputRatio",
    help: "times the output the new one writes, as counted",
    parse: numberOf,
  },
  {
    flags: "--config <library>",
    field: "config",
    help: "show the file for openai, openai-python, vercel, litellm, openrouter; repeatable",
    isRepeatable: true,
  },
];
