import QuickLRU from "quick-lru";
import type { Outcome } from "../../core/problems/problem.ts";

/** Values kept by name; who asks for one that is being made waits for the same. */
export interface Keeping<V> {
  readonly of: (name: string, make: () => Promise<Outcome<V>>) => Promise<Outcome<V>>;
}

/**
 * Keeps values as long as all of them are no larger than a bound; the longest unused go first.
 * A problem is not kept.
 */
export function byteBounded<V>(limitBytes: number, bytesOf: (value: V) => number): Keeping<V> {
  let bytes = 0;
  const kept = new QuickLRU<string, V>({
    maxSize: 10_000,
    onEviction: (_, value) => {
      bytes -= bytesOf(value);
    },
  });
  const underWay = new Map<string, Promise<Outcome<V>>>();

  /** What is larger than a tenth of the bound is not worth what it would push out. */
  const keep = (name: string, value: V): void => {
    const size = bytesOf(value);
    if (kept.has(name) || size > limitBytes / 10) return;
    bytes += size;
    kept.set(name, value);
    while (bytes > limitBytes) kept.evict(1);
  };

  const making = async (name: string, make: () => Promise<Outcome<V>>): Promise<Outcome<V>> => {
    try {
      const made = await make();
      if (made.ok) keep(name, made.value);
      return made;
    } finally {
      underWay.delete(name);
    }
  };

  return {
    of: async (name, make) => {
      const known = kept.get(name);
      if (known !== undefined) return { ok: true, value: known };
      const made = underWay.get(name) ?? making(name, make);
      underWay.set(name, made);
      return made;
    },
  };
}
