/** Every key of two maps with what each holds of it, keys of the first before those only the second has. */
export function pairUp<T>(
  a: ReadonlyMap<string, T>,
  b: ReadonlyMap<string, T>,
): readonly (readonly [T | undefined, T | undefined])[] {
  const keys = new Set([...a.keys(), ...b.keys()]);
  return [...keys].map((key) => [a.get(key), b.get(key)] as const);
}
