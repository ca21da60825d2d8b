type Wins = readonly (readonly number[])[];

/** Groups between which no comparison was ever made. */
export function unconnectedGroups(wins: Wins): readonly (readonly number[])[] {
  const met = (i: number, j: number) => (wins[i]?.[j] ?? 0) > 0 || (wins[j]?.[i] ?? 0) > 0;
  return groupsBy(wins.length, (start) => reachable(start, wins.length, met));
}

/**
 * Groups within which each can be reached from each by a chain of wins. More than one: the others
 * never won against the first, and no finite strength explains that (Ford 1957).
 */
export function mutualGroups(wins: Wins): readonly (readonly number[])[] {
  const beat = (i: number, j: number) => (wins[i]?.[j] ?? 0) > 0;
  return groupsBy(wins.length, (start) => {
    const ahead = reachable(start, wins.length, beat);
    const behind = reachable(start, wins.length, (i, j) => beat(j, i));
    return new Set([...ahead].filter((i) => behind.has(i)));
  });
}

function groupsBy(
  size: number,
  groupOf: (start: number) => ReadonlySet<number>,
): readonly (readonly number[])[] {
  const taken = new Set<number>();
  const groups: (readonly number[])[] = [];
  for (let start = 0; start < size; start += 1) {
    if (taken.has(start)) continue;
    const group = [...groupOf(start)].sort((x, y) => x - y);
    for (const each of group) taken.add(each);
    groups.push(group);
  }
  return groups;
}

function reachable(
  start: number,
  size: number,
  leads: (from: number, to: number) => boolean,
): ReadonlySet<number> {
  const found = new Set([start]);
  for (const from of found) {
    for (let to = 0; to < size; to += 1) if (leads(from, to)) found.add(to);
  }
  return found;
}
