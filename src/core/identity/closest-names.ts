/** Finds names that look alike, for suggestions only: nothing is ever resolved by likeness. */
export function closestNames(
  candidates: readonly { readonly id: string; readonly words: string }[],
): (words: string, limit?: number) => readonly string[] {
  const idsByGram = new Map<string, number[]>();
  const gramCounts = candidates.map(({ words }, index) => {
    const grams = gramsOf(words);
    for (const gram of grams) {
      const known = idsByGram.get(gram);
      if (known === undefined) idsByGram.set(gram, [index]);
      else known.push(index);
    }
    return grams.size;
  });
  return (words, limit = 5) => {
    const grams = gramsOf(words);
    const shared = new Map<number, number>();
    for (const gram of grams) {
      for (const index of idsByGram.get(gram) ?? []) {
        shared.set(index, (shared.get(index) ?? 0) + 1);
      }
    }
    return [...shared]
      .map(([index, count]) => ({
        id: candidates[index]?.id ?? "",
        likeness: (2 * count) / (grams.size + (gramCounts[index] ?? 0)),
      }))
      .filter(({ likeness }) => likeness >= 0.35)
      .sort((a, b) => b.likeness - a.likeness || (a.id < b.id ? -1 : 1))
      .slice(0, limit)
      .map(({ id }) => id);
  };
}

/** Pairs of neighbouring characters: a swapped or missing letter changes only two or three. */
function gramsOf(words: string): ReadonlySet<string> {
  const text = ` ${words.slice(0, 80)} `;
  const grams = new Set<string>();
  for (let i = 0; i + 2 <= text.length; i++) grams.add(text.slice(i, i + 2));
  return grams;
}
