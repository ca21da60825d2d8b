/** Groups a list by a key, in the order the keys first appear. (`Map.groupBy` needs Node 21.) */
export function groupBy<T, K>(
  list: readonly T[],
  keyOf: (each: T) => K,
): ReadonlyMap<K, readonly T[]> {
  const groups = new Map<K, T[]>();
  for (const each of list) {
    const key = keyOf(each);
    const group = groups.get(key);
    if (group === undefined) groups.set(key, [each]);
    else group.push(each);
  }
  return groups;
}
