export interface Wanted {
  /** Where the middle of a label belongs. */
  readonly at: number;
  readonly height: number;
}

/**
 * Places for labels down a side, each as near to where it belongs as the others leave it, and none
 * upon another unless all of them are higher than the side.
 */
export function spread(
  labels: readonly Wanted[],
  [top, bottom]: readonly [number, number],
): readonly number[] {
  const total = labels.reduce((sum, { height }) => sum + height, 0);
  const squeeze = Math.min(1, (bottom - top) / Math.max(1, total));
  const order = labels
    .map(({ at, height }, index) => ({ at, half: (height * squeeze) / 2, index }))
    .sort((a, b) => a.at - b.at);
  const placed: number[] = [];
  let upper = top;
  for (const { at, half } of order) {
    const place = Math.max(at, upper + half);
    placed.push(place);
    upper = place + half;
  }
  let lower = bottom;
  for (const [rank, { half }] of [...order.entries()].reverse()) {
    const place = Math.min(placed[rank] ?? lower, lower - half);
    placed[rank] = place;
    lower = place - half;
  }
  const places = labels.map(() => top);
  for (const [rank, { index }] of order.entries()) places[index] = placed[rank] ?? top;
  return places;
}
