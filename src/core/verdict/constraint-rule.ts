import { type Property, properties } from "../catalog/property.ts";
import { type Bidder, bindingFact, type Judgement, judgeFact } from "./judgement.ts";

export interface ConstraintRule {
  /** What the user writes; the first group is the operand. */
  readonly pattern: RegExp;
  readonly example: string;
  /** The judge for an operand; undefined when the operand cannot be read. */
  readonly read: (operand: string) => ((bidder: Bidder) => Judgement) | undefined;
  /** Judged by what the traffic costs, which is reckoned only for routes that pass the rest. */
  readonly needsBill?: boolean;
}

/**
 * `=` or `!=` with a list; the text compared is lower case.
 *
 * @param words all there are; absent: any word may stand there
 */
export function oneOf(
  word: string,
  operator: "=" | "!=",
  example: string,
  judge: (bidder: Bidder, listed: ReadonlySet<string>, isWanted: boolean) => Judgement,
  words?: readonly string[],
): ConstraintRule {
  return {
    pattern: new RegExp(`^${word}\\s*${operator}\\s*([^=].*)$`),
    example: `${word}${operator}${example}`,
    read: (operand) => {
      const listed = new Set(
        operand
          .split(",")
          .map((each) => each.trim())
          .filter(Boolean),
      );
      const isStrange = words !== undefined && [...listed].some((each) => !words.includes(each));
      return listed.size === 0 || isStrange
        ? undefined
        : (bidder) => judge(bidder, listed, operator === "=");
    },
  };
}

/** A fixed demand without an operand. */
export function demand(
  word: string,
  property: Property,
  test: (value: unknown) => boolean,
): ConstraintRule {
  return {
    pattern: new RegExp(`^(${word})$`),
    example: word,
    read: () => (bidder) =>
      judgeFact(bindingFact(bidder, property), properties[property].label, test),
  };
}
