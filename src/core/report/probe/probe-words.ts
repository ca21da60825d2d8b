import { counted, listed } from "../../compare/wording.ts";
import { isShortOf } from "../../probes/context-reach.ts";
import type { ProbeId } from "../../probes/probe.ts";
import type { ProbeReport } from "../../probes/probe-report.ts";
import { probes } from "../../probes/probes.ts";
import type { ProbeOutcome, ProbeVerdict, Unclear } from "../../probes/verdict.ts";
import type { RunEnd } from "../../runs/progress.ts";
import { formatNumber, formatPercent, formatTokens } from "../format.ts";

/** What a probe is called in a table. */
export function titleOf(id: ProbeId): string {
  return probes.find((probe) => probe.id === id)?.title ?? id;
}

/** What the verdict of a probe comes to, in a few words. */
export function findingOf({ probe: id, verdict }: ProbeOutcome): string {
  const probe = probes.find((each) => each.id === id);
  const own = verdict === "unsupported" || verdict === "supported" ? probe?.says?.[verdict] : null;
  return own ?? titleOf(id);
}

/** `0 of 10; ignored with 200: plain text, no tool call`: what was seen most of what did not pass. */
export function reasonOf({ seen, hits, trials }: ProbeOutcome): string {
  const [first] = seen;
  const share = `${hits} of ${trials}`;
  return first === undefined ? share : `${share}; ${first.because}`;
}

export const verdictWords: Readonly<Record<ProbeVerdict, string>> = {
  supported: "supported",
  unsupported: "unsupported",
  flaky: "flaky",
  unclear: "unclear",
};

/** Why nothing can be said. */
export const unclearWords: Readonly<Record<Unclear, string>> = {
  "no-evidence": "no request says anything of it",
  "too-few": "too few trials say anything of it",
  "control-fails": "the control fails, so that what passes may come by chance",
  "control-unanswered": "the control was never answered",
  "no-understanding": "the model does not do what it is told, whatever the endpoint can",
};

export function intervalOf({ interval95 }: ProbeOutcome): string {
  if (interval95 === null) return "";
  const [low, high] = interval95;
  return `${formatNumber(100 * low, 0)} to ${formatPercent(high, 0)}`;
}

export function controlOf({ control }: ProbeOutcome): string {
  return control === null ? "–" : `${control.held} of ${control.of}`;
}

/** `It takes prompts of 2,033 tokens and refuses 2,064, though it should take 8,192 by its training.` */
export function contextSentence({ context, settings }: ProbeReport): string | undefined {
  if (context === null || context.takenTokens === null) return undefined;
  const { takenTokens, refusedTokens, isCutInSilence, isCounted } = context;
  const about = isCounted ? "" : "about ";
  const taken = `It takes prompts of ${about}${formatTokens(takenTokens)} tokens`;
  const isShort = settings.declared.some(({ tokens }) => isShortOf(refusedTokens, tokens));
  const declared = settings.declared.map(({ tokens, by }) => `${formatTokens(tokens)} by ${by}`);
  const says =
    declared.length === 0
      ? ""
      : `${isShort ? ", though it should take " : "; it should take "}${listed(declared)}`;
  if (refusedTokens === null) {
    return `${taken}; longer ones were not tried (--context-tokens)${says}.`;
  }
  const end = isCutInSilence ? "cuts longer ones in silence, from" : "refuses";
  return `${taken} and ${end} ${formatTokens(refusedTokens)}${says}.`;
}

/** Why it ended before everything was asked; nothing where it did not. */
export function endSentence(end: RunEnd | null): string | undefined {
  if (end === null || end.kind === "complete") return undefined;
  if (end.kind === "limit") {
    const limit = end.limit === "usd" ? "--max-usd" : "--max-requests";
    return `It ended at the limit of ${limit}: what follows rests on the trials until then.`;
  }
  return "It was interrupted: what follows rests on the trials until then.";
}

/** `14 supported, 6 unsupported and 1 flaky`. */
export function countSentence(outcomes: readonly ProbeOutcome[]): string {
  const parts = verdicts.flatMap((verdict) => {
    const count = outcomes.filter((each) => each.verdict === verdict).length;
    return count === 0 ? [] : [`${count} ${verdictWords[verdict]}`];
  });
  return `${counted(outcomes.length, "probe")}: ${listed(parts)}.`;
}

const verdicts = ["supported", "unsupported", "flaky", "unclear"] as const;
