import { createHash } from "node:crypto";

/** Names an answer by all it rests on. Weak, as the same answer is sent in several encodings. */
export function etagOf(parts: readonly unknown[]): string {
  const digest = createHash("sha256").update(JSON.stringify(parts)).digest("base64url");
  return `W/"${digest.slice(0, 27)}"`;
}

/** Whether the asker has this answer already. */
export function isHeld(ifNoneMatch: string | undefined, etag: string): boolean {
  if (ifNoneMatch === undefined) return false;
  const plain = (tag: string) => tag.trim().replace(/^W\//, "");
  return ifNoneMatch.split(",").some((tag) => tag.trim() === "*" || plain(tag) === plain(etag));
}
