/** A number from 0 up to 1, another each time. */
export type Random = () => number;

/**
 * Dice whose throws follow from a seed, so that an answer can be had again: sfc32 by C. Doty-Humphrey
 * (PractRand), which passes the usual batteries of tests.
 */
export function seededRandom(seed: number): Random {
  let [a, b, c, counter] = [0, Math.trunc(seed / 2 ** 32) | 0, seed | 0, 1];
  const next = () => {
    const sum = (((a + b) | 0) + counter) | 0;
    counter = (counter + 1) | 0;
    a = b ^ (b >>> 9);
    b = (c + (c << 3)) | 0;
    c = (((c << 21) | (c >>> 11)) + sum) | 0;
    return sum >>> 0;
  };
  for (let i = 0; i < 15; i += 1) next();
  return () => next() / 2 ** 32;
}
