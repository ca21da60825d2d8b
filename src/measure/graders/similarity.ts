import type { GraderRule } from "./grader-rule.ts";

/** How near the answer is to the expected text, by the angle between their vectors. */
export const similarity: GraderRule<"similarity"> = {
  version: "1",
  grade: async ({ embeddings, atLeast }, { answer, expected }, { embed }) => {
    if (embed === undefined) throw new Error("nothing here makes vectors of texts");
    const [one, other] = await embed(embeddings, [answer.text, expected]);
    if (one === undefined || other === undefined) throw new Error("two vectors were expected");
    const cosine = cosineOf(one, other);
    const score = Math.min(1, Math.max(0, cosine));
    return { score, isPass: cosine >= atLeast, because: `cosine ${cosine.toFixed(3)}` };
  },
};

function cosineOf(one: readonly number[], other: readonly number[]): number {
  if (one.length === 0 || one.length !== other.length) {
    throw new Error(`vectors of ${one.length} and ${other.length} numbers`);
  }
  let [product, oneSquare, otherSquare] = [0, 0, 0];
  for (const [index, value] of one.entries()) {
    const against = other[index] ?? 0;
    product += value * against;
    oneSquare += value * value;
    otherSquare += against * against;
  }
  const cosine = product / Math.sqrt(oneSquare * otherSquare);
  if (!Number.isFinite(cosine)) throw new Error("a vector without a direction");
  return cosine;
}
