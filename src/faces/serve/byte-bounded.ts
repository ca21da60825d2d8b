import QuickLRU from "quick-lru";

/** Values kept by name as long as all of them are no larger than a bound; the longest unused go first. */
export function byteBounded<V>(limitBytes: number, bytesOf: (value: V) => number) {
  let bytes = 0;
  const kept = new QuickLRU<string, V>({
    maxSize: 10_000,
    onEviction: (_, value) => {
      bytes -= bytesOf(value);
    },
  });
  return {
    get: (name: string): V | undefined => kept.get(name),
    /** What is larger than a tenth of the bound is not worth what it would push out. */
    set: (name: string, value: V): void => {
      const size = bytesOf(value);
      if (kept.has(name) || size > limitBytes / 10) return;
      bytes += size;
      kept.set(name, value);
      while (bytes > limitBytes) kept.evict(1);
    },
  };
}
