import { comparableKey, conditionsKey } from "../catalog/conditions-key.ts";
import type { Property } from "../catalog/property.ts";
import type { Claim } from "./claim.ts";

/** A claim that is not believed, with the rule that held it back. */
export interface HeldBackClaim {
  readonly claim: Claim;
  readonly rule: string;
  readonly because: string;
}

export interface Sifted {
  readonly kept: readonly Claim[];
  readonly heldBack: readonly HeldBackClaim[];
}

export interface GateRule {
  readonly code: string;
  /** What it holds back, in words. */
  readonly what: string;
  /** Holds the claim back when it says why. */
  readonly because: (claim: Claim, all: readonly Claim[]) => string | undefined;
}

/** Dollars a million tokens, above every price seen for chat. */
const dearestUsd = { input: 200, output: 800 } as const;

/** How much less than input output may cost, and how near two prices are the same. */
const closeBy = 0.01;

/** What cannot be true of a route for chat. Held back, never rewritten. */
export const gateRules: readonly GateRule[] = [
  {
    code: "price-beyond-reason",
    what: `more than $${dearestUsd.input} in or $${dearestUsd.output} out a million tokens`,
    because: ({ property, value }) => {
      const limit = { "price.input": dearestUsd.input, "price.output": dearestUsd.output };
      if (property !== "price.input" && property !== "price.output") return undefined;
      return Number(value) > limit[property]
        ? `${value} USD a million tokens is more than ${limit[property]}, above every real chat price seen`
        : undefined;
    },
  },
  {
    code: "price-zero",
    what: "0 for input and output at once",
    because: (claim, all) => {
      const { property, value } = claim;
      if (property !== "price.input" && property !== "price.output") return undefined;
      const other = partnerOf(claim, all, otherSide[property]);
      const isPairZero = Number(value) === 0 && other !== undefined && Number(other.value) === 0;
      return isPairZero ? "0 for input and output means that no price is stated" : undefined;
    },
  },
  {
    code: "output-cheaper-than-input",
    what: "output that costs less than input",
    because: (claim, all) => {
      const { property, value } = claim;
      if (property !== "price.input" && property !== "price.output") return undefined;
      const other = partnerOf(claim, all, otherSide[property]);
      if (other === undefined) return undefined;
      const input = Number(property === "price.input" ? value : other.value);
      const output = Number(property === "price.output" ? value : other.value);
      return input > 0 && output < input * (1 - closeBy)
        ? `output at ${output} is cheaper than input at ${input}, which is rarely meant`
        : undefined;
    },
  },
  {
    code: "price-off-by-power-of-ten",
    what: "a power of ten away from another source, where no third one agrees",
    because: (claim, all) => {
      if (!claim.property.startsWith("price.")) return undefined;
      const peers = all.filter((each) => isAboutTheSame(each, claim));
      const rival = peers.find((each) => isPowerOfTenApart(claim.value, each.value));
      const isSupported = peers.some((each) => isWithinOnePercent(claim.value, each.value));
      return rival === undefined || isSupported
        ? undefined
        : `${rival.source.name} says ${rival.value}: ${claim.value} is a power of ten away`;
    },
  },
  {
    code: "output-limit-above-context",
    what: "an output limit above the context window",
    because: (claim, all) => {
      if (claim.property !== "limit.output") return undefined;
      const context = all.find(
        (each) => each.property === "limit.context" && each.source.name === claim.source.name,
      );
      return context !== undefined && Number(claim.value) > Number(context.value)
        ? `an output of ${claim.value} tokens does not fit in a context window of ${context.value}`
        : undefined;
    },
  },
];

const otherSide = { "price.input": "price.output", "price.output": "price.input" } as const;

/**
 * Separates what collectors say of one route from what cannot be so. Only collectors are doubted:
 * a first party's or the team's own word stands, and serves as a measure.
 *
 * @param claims all claims about one route
 */
export function sift(claims: readonly Claim[]): Sifted {
  const kept: Claim[] = [];
  const heldBack: HeldBackClaim[] = [];
  for (const claim of claims) {
    const reason = claim.source.kind === "aggregator" ? firstReason(claim, claims) : undefined;
    if (reason === undefined) kept.push(claim);
    else heldBack.push({ claim, ...reason });
  }
  return { kept, heldBack };
}

function firstReason(claim: Claim, all: readonly Claim[]) {
  for (const { code, because } of gateRules) {
    const reason = because(claim, all);
    if (reason !== undefined) return { rule: code, because: reason };
  }
  return undefined;
}

/** The same source's claim for the other side of the same price. */
function partnerOf(claim: Claim, all: readonly Claim[], property: Property): Claim | undefined {
  return all.find(
    (each) =>
      each.property === property &&
      each.source.name === claim.source.name &&
      each.effectiveFrom === claim.effectiveFrom &&
      conditionsKey(each.conditions) === conditionsKey(claim.conditions),
  );
}

/** Another lineage's word on the same price under the same conditions, both still in force. */
function isAboutTheSame(other: Claim, claim: Claim): boolean {
  return (
    other.property === claim.property &&
    other.source.lineage !== claim.source.lineage &&
    other.effectiveTo === undefined &&
    claim.effectiveTo === undefined &&
    comparableKey(other.conditions) === comparableKey(claim.conditions)
  );
}

function isPowerOfTenApart(a: Claim["value"], b: Claim["value"]): boolean {
  const exponent = Math.log10(Number(a) / Number(b));
  const whole = Math.round(exponent);
  return whole !== 0 && Math.abs(exponent - whole) < Math.log10(1 + closeBy);
}

function isWithinOnePercent(a: Claim["value"], b: Claim["value"]): boolean {
  return Math.abs(Number(a) - Number(b)) <= closeBy * Math.max(Number(a), Number(b));
}
