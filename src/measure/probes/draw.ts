import { type Random, seededRandom } from "../../core/stats/random.ts";

/** What chance brings into a trial: words that nobody could have learnt, picks from lists. */
export interface Draw {
  /** A name that no text holds. */
  readonly word: () => string;
  readonly pick: <T>(all: readonly [T, ...T[]]) => T;
  readonly whole: (below: number) => number;
}

const consonants = "bdfgklmnprstvz";
const vowels = "aeiou";

export function drawOf(seed: number): Draw {
  const random: Random = seededRandom(seed);
  const whole = (below: number) => Math.floor(random() * below);
  const sign = (signs: string) => signs.charAt(whole(signs.length));
  return {
    whole,
    word: () =>
      Array.from({ length: 5 }, () => sign(consonants) + sign(vowels))
        .join("")
        .replace(/^./, (first) => first.toUpperCase()),
    pick: (all) => all[whole(all.length)] ?? all[0],
  };
}
