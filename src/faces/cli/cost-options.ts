import type { OptionRule } from "./option-rules.ts";
import { currencyOf, numberOf, priceHelp, priceOf, successRateOf } from "./option-values.ts";

/** What only a bill is asked about. */
export const costOptions: readonly OptionRule[] = [
  { flags: "--price <list>", field: "price", help: priceHelp, parse: priceOf },
  {
    flags: "--text <path>",
    field: "text",
    help: "prompts to count as the traffic: .jsonl, .txt or a folder",
  },
  {
    flags: "--month <month>",
    field: "month",
    help: "a calendar month, 2026-12, split where prices change",
  },
  {
    flags: "--success-rate <share>",
    field: "successRate",
    help: "share of requests that solve their task: 0.9, or by route a=0.9,b=0.8",
    parse: successRateOf,
  },
  {
    flags: "--failed-task <usd>",
    field: "failedTaskUsd",
    help: "what one failed task costs you",
    parse: numberOf,
  },
  {
    flags: "--currency <rate>",
    field: "currency",
    help: "totals in another currency too: EUR=0.86@2026-11-20",
    parse: currencyOf,
  },
];
