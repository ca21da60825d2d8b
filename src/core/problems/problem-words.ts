/** The nearest names as a question; undefined when nothing is near. */
export function didYouMean(closest: readonly string[]): string | undefined {
  const [first, ...others] = closest.slice(0, 3);
  if (first === undefined) return undefined;
  const last = others.pop();
  return `Did you mean ${[first, ...others].join(", ")}${last === undefined ? "" : ` or ${last}`}?`;
}
