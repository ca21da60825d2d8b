import { createHash } from "node:crypto";

const longest = 120;

/** A name of bearable length that still tells two long ones apart. */
export function shortName(name: string): string {
  return name.length <= longest ? name : `${name.slice(0, longest - 13)}… ${shortHash(name)}`;
}

/** Names a content by what is in it. */
export function shortHash(text: string): string {
  return createHash("sha256").update(text).digest("hex").slice(0, 10);
}

/** The same text for the same value, in whatever order its fields stand. */
export function canonicalText(value: unknown): string {
  return (
    JSON.stringify(value, (_, inner: unknown) =>
      typeof inner === "object" && inner !== null && !Array.isArray(inner)
        ? Object.fromEntries(Object.entries(inner).sort(([x], [y]) => (x < y ? -1 : 1)))
        : inner,
    ) ?? ""
  );
}
