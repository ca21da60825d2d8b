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
  /** In the order of use, the latest last. */
  const kept = new Map<string, V>();
  const underWay = new Map<string, Promise<Outcome<V>>>();

  const used = (name: string): V | undefined => {
    const value = kept.get(name);
    if (value === undefined) return undefined;
    kept.delete(name);
    kept.set(name, value);
    return value;
  };

  /** What is larger than a tenth of the bound is not worth what it would push out. */
  const keep = (name: string, value: V): void => {
    const size = bytesOf(value);
    if (size > limitBytes / 10) return;
    bytes += size;
    kept.set(name, value);
    for (const [unused, its] of kept) {
      if (bytes <= limitBytes) return;
      kept.delete(unused);
      bytes -= bytesOf(its);
    }
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
      const known = used(name);
      if (known !== undefined) return { ok: true, value: known };
      const made = underWay.get(name) ?? making(name, make);
      underWay.set(name, made);
      return made;
    },
  };
}
