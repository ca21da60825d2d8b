import type { IsoDate } from "./units.ts";

/**
 * Makes a value once for each object and keeps it as long as the object lives: for what depends on
 * nothing else.
 */
export function onceFor<K extends object, V>(make: (key: K) => V): (key: K) => V {
  const made = new WeakMap<K, { readonly value: V }>();
  return (key) => {
    const known = made.get(key);
    if (known !== undefined) return known.value;
    const value = make(key);
    made.set(key, { value });
    return value;
  };
}

/** More days than one person looks at in turn. */
const daysKept = 4;

/**
 * The same for each object and day, kept for the last few days asked about alone: a process that goes
 * on for months would else keep a world for each.
 */
export function onceForDay<K extends object, V>(
  make: (key: K, day: IsoDate) => V,
): (key: K, day: IsoDate) => V {
  const madeFor = onceFor((_: K) => new Map<IsoDate, { readonly value: V }>());
  return (key, day) => {
    const made = madeFor(key);
    const held = made.get(day) ?? { value: make(key, day) };
    made.delete(day);
    made.set(day, held);
    for (const oldest of [...made.keys()].slice(0, -daysKept)) made.delete(oldest);
    return held.value;
  };
}
