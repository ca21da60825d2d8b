import type { OperationName } from "../../operations/index.ts";
import { catalogCommandRules } from "./catalog-command-rules.ts";
import type { CommandRule } from "./command-rule.ts";
import { costOptions } from "./cost-options.ts";
import { moveOptions } from "./move-options.ts";
import {
  constraint,
  facts,
  flag,
  limit,
  list,
  number,
  ofMove,
  ofWork,
  onCatalog,
  repeatable,
  text,
  traffic,
  workload,
} from "./option-rules.ts";
import { numberOf } from "./option-values.ts";
import { sizeCommand } from "./size-command.ts";

export const commandRules: Record<OperationName, CommandRule> = {
  compare: {
    words: ["models..."],
    options: ofWork,
    report: ["brief", "sources"],
    examples: [
      "gpt-4.1 qwen3.5-4b",
      "gpt-4.1 qwen3.5-4b --traffic in=800M,out=250M --constraint tools",
    ],
  },
  find: {
    words: [],
    options: [
      repeatable("--model <name>", "models", "only this model, with all its routes; repeatable"),
      ...ofWork,
    ],
    report: ["brief", "sources"],
    examples: [
      '--constraint tools --constraint "context>=200k" --task rag',
      "--model gpt-oss-120b --constraint tools",
    ],
  },
  switch: {
    words: ["from", "to"],
    options: [...moveOptions, ...ofMove],
    formats: ["config"],
    report: ["brief", "sources"],
    examples: [
      "gpt-4.1 qwen3.5-4b --config litellm --format config > config.yaml",
      "gpt-5.4 claude-sonnet-4.6 --fallback --constraint tools",
    ],
  },
  cost: {
    words: ["routes..."],
    options: [
      traffic,
      ...costOptions,
      text("--workload <file>", "workload", "instead of steelyard.yaml; none leaves it out"),
      ...onCatalog,
    ],
    report: ["sources"],
    examples: [
      "openai/gpt-4.1 --traffic in=800M,out=250M,cached=60%",
      "--price in=2,out=8,cached=0.5 --traffic in=10M,out=2M",
      "gpt-4.1 --text prompts.jsonl --traffic requests=100k,out=20M",
    ],
  },
  size: sizeCommand,
  scan: {
    words: ["path..."],
    options: [
      text("--fail-on <rules>", "failOn", "exit 1 on: retired, retiring:90d, deprecated, unknown"),
      traffic,
      constraint,
      workload,
      ...onCatalog,
    ],
    formats: ["sarif"],
    report: ["brief", "sources"],
    examples: ["src", ". --fail-on retired,retiring:90d --format sarif"],
  },
  gap: {
    words: ["scoreA", "scoreB"],
    parseWord: numberOf,
    options: [
      number("--items <n>", "items", "unique items of the test"),
      number("--items-b <n>", "itemsB", "items behind the second score, when not as many"),
      text("--group <kind>", "group", "kind of test: static, reasoning, agentic"),
      text(
        "--comparability <how>",
        "comparability",
        "same-run, same-table, cross-source, mismatch",
      ),
      number("--repeats <n>", "repeats", "runs that each score is the mean of"),
      number("--tau <points>", "tauPoints", "your own spread of set-ups in points"),
    ],
    report: ["sources"],
    examples: ["79.1 81.8 --items 12032 --group static --comparability cross-source"],
  },
  paired: {
    words: ["files..."],
    options: [
      list("--endpoints <a,b>", "endpoints", "which endpoint of the files is A and which is B"),
      text("--metric <name>", "metric", "what is compared: pass, score, or a grader"),
      number("--margin <share>", "margin", "exit 1 unless B is worse by less: 0.02 is two points"),
      number("--level <share>", "level", "how sure that must be; 0.95 when absent"),
      text("--failures <how>", "failures", "a request without an answer is left-out, or wrong"),
    ],
    report: ["brief", "sources"],
    examples: [
      "before.jsonl after.jsonl",
      "results.json --endpoints gpt-4.1,qwen3.5-4b --metric pass --margin 0.02",
    ],
  },
  identify: {
    words: ["names..."],
    options: [facts],
    report: [],
    examples: ["gpt-54-mini us.anthropic.claude-opus-4-6-v1:0", "qwen3:8b --format json"],
  },
  explain: {
    words: ["subject", "property?"],
    options: onCatalog,
    report: ["brief", "sources"],
    examples: ["gpt-4-turbo price.input", "qwen3.5-4b"],
  },
  decide: {
    words: ["file"],
    options: [
      flag("--check", "check", "hold the record against today: exit 1 when it has changed"),
      repeatable(
        "--model <name>",
        "models",
        "a model to decide between; repeatable; those of steelyard.yaml if none",
      ),
      text("--title <text>", "title", "what is decided"),
      text("--review-on <day>", "reviewOn", "when to look again"),
      flag("--replace", "replace", "write over a record that is there"),
      ...ofWork,
    ],
    report: ["brief", "sources"],
    examples: ["decision.md --model gpt-4.1 --model qwen3.5-4b --task rag", "decision.md --check"],
  },
  changes: {
    words: [],
    options: [
      text("--from <day|folder>", "from", "a day: 2026-06-01, or a folder with an older catalog"),
      text("--to <day|folder>", "to", "the newer side; today when absent"),
      repeatable("--model <name>", "models", "only this model; repeatable"),
      text("--workload <file>", "workload", "only what touches the work in steelyard.yaml"),
      list("--kind <kinds>", "kinds", "only these kinds: lifecycle,price,limit …"),
      list("--fail-on <kinds>", "failOn", "exit 1 when one of these kinds changed; or any"),
      text("--feed-url <url>", "feedUrl", "where the Atom feed will stand"),
      limit,
      facts,
    ],
    formats: ["atom"],
    report: ["brief", "sources"],
    examples: [
      "--from 2026-07-01 --to 2026-11-20 --model gpt-4.1",
      "--from ./old-catalog --format atom",
      "--from ./old-catalog --fail-on price,lifecycle",
    ],
  },
  ...catalogCommandRules,
};
