import type { ProbeId } from "../../core/probes/probe.ts";
import type { ProbeSettings } from "../../core/probes/probe-settings.ts";
import { probes } from "../../core/probes/probes.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { dialectWords } from "./dialect-words.ts";
import { drawOf } from "./draw.ts";
import type { Learnt, TrialSetting } from "./probe-step.ts";

/** A trial that a session goes through. */
export interface SessionTrial {
  readonly probe: ProbeId;
  /** From 1. */
  readonly trial: number;
}

/**
 * In three parts, one after the other: what the rest goes by, the rest, and what goes by the rest.
 * Every probe is tried once before any is tried twice, so that what changes with the hour meets all
 * alike and a session that ends early says something of each.
 */
export function sessionTrials(settings: ProbeSettings): readonly (readonly SessionTrial[])[] {
  const asked = probes.filter(({ id }) => settings.probes.includes(id));
  const rounds = Array.from({ length: settings.trials }, (_, index) => index + 1);
  const all = rounds.flatMap((trial) =>
    asked.flatMap(({ id, trialsAtMost = trial }) =>
      trial <= trialsAtMost ? [{ probe: id, trial }] : [],
    ),
  );
  const isFirst = ({ probe, trial }: SessionTrial) => probe === "answers" && trial === 1;
  const isLast = ({ probe }: SessionTrial) => probe === "needle";
  return [
    all.filter(isFirst),
    all.filter((each) => !isFirst(each) && !isLast(each)),
    all.filter(isLast),
  ];
}

/** Room for an answer, until the first answers tell. */
const usualAnswerTokens = 256;

export function nothingLearnt(): Learnt {
  return { limitName: "max_tokens", answerTokens: usualAnswerTokens, takenTokens: null };
}

/** What a trial goes by; chance follows from the seed, the probe and the number of the trial. */
export function settingOf(
  { probe, trial }: SessionTrial,
  { endpoint, settings, seed, learnt }: SessionSetting,
): TrialSetting {
  const { dialect } = endpoint;
  const place = 1 + probes.findIndex(({ id }) => id === probe);
  const draw = drawOf(seed * 100_003 + place * 1009 + trial);
  const words = dialectWords[dialect];
  const declared = settings.declared.map(({ tokens }) => tokens);
  const longest = declared.length === 0 ? settings.contextTokens : Math.max(...declared);
  const contextTokens = Math.min(settings.contextTokens, longest);
  return { dialect, words, draw, trial, contextTokens, learnt };
}

export interface SessionSetting {
  readonly endpoint: Endpoint;
  readonly settings: ProbeSettings;
  readonly seed: number;
  readonly learnt: Learnt;
}
