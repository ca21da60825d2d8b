import type { Source } from "./source.ts";

/** One value somebody claims, with everybody who claims it. */
export interface ClaimedValue<T> {
  readonly value: T;
  readonly sources: readonly Source[];
}

/**
 * What we hold to be so: a value we can point at, a quarrel we cannot settle, or the reason we have
 * none. Unknown is never zero and never no.
 */
export type Fact<T> =
  | (ClaimedValue<T> & {
      readonly state: "known";
      /** Values that were claimed too and lost, strongest first. */
      readonly overruled: readonly ClaimedValue<T>[];
    })
  | { readonly state: "disputed"; readonly values: readonly ClaimedValue<T>[] }
  | { readonly state: "unknown"; readonly because: string };

/** A fact with a value. */
export function known<T>(
  value: T,
  sources: readonly Source[],
  overruled: readonly ClaimedValue<T>[] = [],
): Fact<T> {
  return { state: "known", value, sources, overruled };
}

/**
 * A fact without one.
 *
 * @param because completes "unknown: …"
 */
export function unknown(because: string): Fact<never> {
  return { state: "unknown", because };
}

/** The value if it is known, else undefined: for rules that fire only on what is known. */
export function knownValue<T>(fact: Fact<T>): T | undefined {
  return fact.state === "known" ? fact.value : undefined;
}

/** Every source that stands behind the fact, whichever value it supports. */
export function sourcesOf(fact: Fact<unknown>): readonly Source[] {
  switch (fact.state) {
    case "known":
      return fact.sources;
    case "disputed":
      return fact.values.flatMap((each) => each.sources);
    case "unknown":
      return [];
  }
}
