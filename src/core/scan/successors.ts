import type { ModelDossier } from "../catalog/dossier.ts";
import { whyNoChat } from "../catalog/model-kind.ts";
import type { CapabilityProperty } from "../catalog/property.ts";
import { type Candidate, isSelectable } from "../compare/candidate.ts";
import { type CapabilityStanding, capabilityOf } from "../compare/capability-of.ts";
import { numberInUse } from "../compare/standing.ts";
import type { Dossiers } from "../evidence/dossiers.ts";
import { knownValue, sourcesOf } from "../evidence/fact.ts";
import type { Source } from "../evidence/source.ts";
import { compareText } from "../ordering.ts";
import { isEnding } from "./lifecycle-of-name.ts";

/**
 * - `named`: the maker names it
 * - `named-after`: the maker names it for a model named before, which ends as well
 * - `other-seller`: the same weights, where they are still sold
 * - `same-family`, `same-maker`: ours, of those that keep what the code uses
 */
export type SuccessorKind = "named" | "named-after" | "other-seller" | "same-family" | "same-maker";

/** A model that may take the place of one that ends. */
export interface Successor {
  readonly kind: SuccessorKind;
  readonly candidate: Candidate;
  /** One for each capability the code uses, in that order. */
  readonly kept: readonly CapabilityStanding[];
  /** Who names it; empty when it is found by rule. */
  readonly sources: readonly Source[];
}

export interface SuccessorTerms {
  readonly dossiers: Dossiers;
  readonly candidateOf: (model: string) => Candidate;
  /** The id a maker's word for a model means. */
  readonly modelOf: (name: string) => string | null;
  readonly uses: readonly CapabilityProperty[];
  /** The end is the seller's alone: the weights live on elsewhere. */
  readonly isRouteAlone: boolean;
}

/** A chain of successors is followed so far. */
const mostSteps = 5;
const mostFound = 2;

/** Those the maker names first; others where it names none that lasts and keeps what the code uses. */
export function successorsOf(from: Candidate, terms: SuccessorTerms): readonly Successor[] {
  const elsewhere = terms.isRouteAlone ? otherSeller(from, terms) : [];
  const named = namedSuccessors(from.dossier, terms);
  const before = [...elsewhere, ...named];
  const suffices = before.some(
    (each) => isSelectable(each.candidate) && isLasting(each) && !losesAny(each),
  );
  if (suffices) return before;
  const taken = new Set([from, ...before.map((each) => each.candidate)].map(idOf));
  return [...before, ...foundSuccessors(from, terms, taken)];
}

function otherSeller(from: Candidate, terms: SuccessorTerms): readonly Successor[] {
  if (!isSelectable(from)) return [];
  return [successor("other-seller", from, terms, [])];
}

function namedSuccessors(dossier: ModelDossier, terms: SuccessorTerms): readonly Successor[] {
  const found: Successor[] = [];
  const seen = new Set([dossier.entry.id]);
  let ending = [dossier];
  for (let step = 0; step < mostSteps && ending.length > 0; step++) {
    const next: ModelDossier[] = [];
    for (const each of ending) {
      const sources = sourcesOf(each.fact("model.successor"));
      for (const name of each.lifecycle.successors) {
        const id = terms.modelOf(name);
        if (id === null || seen.has(id)) continue;
        seen.add(id);
        const candidate = terms.candidateOf(id);
        found.push(successor(step === 0 ? "named" : "named-after", candidate, terms, sources));
        if (isEnding(candidate.dossier.lifecycle)) next.push(candidate.dossier);
      }
    }
    ending = next;
  }
  return found;
}

/** Models of the same maker that can be used, do not end and lose nothing the code uses. */
function foundSuccessors(
  from: Candidate,
  terms: SuccessorTerms,
  taken: ReadonlySet<string>,
): readonly Successor[] {
  const { entry } = from.dossier;
  if (isNoChat(from.dossier)) return [];
  const found = terms.dossiers.catalog.models
    .filter(({ id, maker }) => maker === entry.maker && !taken.has(id))
    .map(({ id }) => terms.candidateOf(id))
    .filter(
      (each) => isSelectable(each) && !isEnding(each.dossier.lifecycle) && isNoOlder(each, from),
    )
    .map((each) => successor(isKin(each, from) ? "same-family" : "same-maker", each, terms, []))
    .filter((each) => !losesAny(each) && !shrinks(each.candidate, from));
  return found.sort((a, b) => nearestFirst(a, b, from)).slice(0, mostFound);
}

function successor(
  kind: SuccessorKind,
  candidate: Candidate,
  { uses }: SuccessorTerms,
  sources: readonly Source[],
): Successor {
  return { kind, candidate, kept: uses.map((use) => capabilityOf(candidate, use)), sources };
}

function isLasting({ kind, candidate }: Successor): boolean {
  return kind === "other-seller" || !isEnding(candidate.dossier.lifecycle);
}

function losesAny({ kept }: Successor): boolean {
  return kept.some(({ value }) => value === "no");
}

function isNoChat({ fact }: ModelDossier): boolean {
  return (
    whyNoChat(knownValue(fact("model.kind")), knownValue(fact("modality.output"))) !== undefined
  );
}

function isKin(a: Candidate, b: Candidate): boolean {
  const { family } = a.dossier.entry;
  return family !== undefined && family === b.dossier.entry.family;
}

function isNoOlder(candidate: Candidate, from: Candidate): boolean {
  const [released, before] = [candidate, from].map(releasedOn);
  return released !== undefined && (before === undefined || released >= before);
}

function releasedOn({ dossier }: Candidate): string | undefined {
  const day = knownValue(dossier.fact("model.release_date"));
  return typeof day === "string" ? day : undefined;
}

function shrinks(candidate: Candidate, from: Candidate): boolean {
  const [now, before] = [candidate, from].map((each) => numberInUse(each, "limit.context"));
  return now === undefined || (before !== undefined && now < before);
}

/** What is settled before what is not, the nearest bill, then the newest. */
function nearestFirst(a: Successor, b: Successor, from: Candidate): number {
  return (
    openCount(a) - openCount(b) ||
    billRatio(a, from) - billRatio(b, from) ||
    compareText(releasedOn(b.candidate) ?? "", releasedOn(a.candidate) ?? "") ||
    compareText(idOf(a.candidate), idOf(b.candidate))
  );
}

const openCount = ({ kept }: Successor) => kept.filter(({ value }) => value === "unknown").length;

function billRatio({ candidate }: Successor, from: Candidate): number {
  if (!candidate.cost.known || !from.cost.known) return 0;
  return Math.abs(Math.log(candidate.cost.monthlyUsd / from.cost.monthlyUsd));
}

function idOf({ dossier }: Candidate): string {
  return dossier.entry.id;
}
