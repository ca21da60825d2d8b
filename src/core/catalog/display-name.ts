/** A name as a listing spells it, without the seller's marks: `OpenAI: GPT-4.1 (batch)` is GPT-4.1. */
export function displayName(listed: string): string {
  return listed
    .replace(/^[^:()]{2,30}: +/, "")
    .replace(sellersMark, "")
    .replace(/\s{2,}/g, " ")
    .trim();
}

const sellersMark =
  /\s*\((?:latest|batch|free|fast|us|eu|au|jp|uk|apac|global|regional|preview mode|self-moderated|beta)\)/gi;
