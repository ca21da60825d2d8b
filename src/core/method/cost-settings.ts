import { tokenizerFactor, verbosityFactor } from "../cost/bill-range.ts";
import { upliftFactor } from "../cost/meter-rate.ts";
import { assumedTasks, defaultTraffic } from "../cost/traffic.ts";
import { type MethodSetting, settingsOf } from "./method-setting.ts";

const { inputTokens, outputTokens } = defaultTraffic;
const ownUplift = "price.regional_uplift in your facts file";

/** What stands in for a month that nobody stated, and how far a bill is left open upwards. */
export const costSettings: readonly MethodSetting[] = settingsOf("cost", [
  ["traffic.input", "assumed tokens in", inputTokens, "tokens a month", "--traffic in=…"],
  ["traffic.output", "assumed tokens out", outputTokens, "tokens a month", "--traffic out=…"],
  ["tasks", "assumed tasks", assumedTasks, "tasks a month", "--traffic requests=…"],
  [
    "tokenizer.high",
    "the same text on another tokenizer, at most",
    tokenizerFactor.high,
    "times",
    "--traffic tokenizer=…",
  ],
  [
    "verbosity.high",
    "the output of a model that reasons, at most",
    verbosityFactor.high,
    "times",
    "--traffic reasoning=…",
  ],
  [
    "uplift.high",
    "the price in a region without one of its own, at most",
    upliftFactor.high,
    "times",
    ownUplift,
  ],
]);
