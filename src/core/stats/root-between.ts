/**
 * Where a rising function crosses zero between two points, to the last digit, by halving; an end when
 * it does not cross.
 */
export function rootBetween(low: number, high: number, rising: (x: number) => number): number {
  let [below, above] = [low, high];
  for (let step = 0; step < 200; step += 1) {
    const middle = (below + above) / 2;
    if (middle === below || middle === above) break;
    if (rising(middle) < 0) below = middle;
    else above = middle;
  }
  return (below + above) / 2;
}
