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

const acronyms = new Set(["ai", "gpt", "glm", "lfm", "vl", "tts"]);

/** A name made of an id, where nobody gives one: `llama-2-70b` is Llama 2 70B. */
export function nameFromSlug(slug: string): string {
  return slug
    .split("-")
    .map(written)
    .join(" ")
    .replace(/^GPT (?=\d)/, "GPT-");
}

function written(word: string): string {
  if (acronyms.has(word) || /^(?:\d+x)?[\d.]+b$/.test(word))
    return word.toUpperCase().replace("X", "x");
  return /^(?:o|v)\d/.test(word) ? word : word.slice(0, 1).toUpperCase() + word.slice(1);
}

const makerNames: Readonly<Record<string, string>> = {
  "01-ai": "01.AI",
  ai21: "AI21 Labs",
  allenai: "Ai2",
  "arcee-ai": "Arcee AI",
  bytedance: "ByteDance",
  eleutherai: "EleutherAI",
  ibm: "IBM",
  inclusionai: "inclusionAI",
  liquid: "Liquid AI",
  nousresearch: "Nous Research",
  nvidia: "NVIDIA",
  stepfun: "StepFun",
  thinkingmachines: "Thinking Machines",
  togethercomputer: "Together",
};

/** How a maker writes itself, where no file says. */
export function makerNameOf(maker: string): string {
  return makerNames[maker] ?? nameFromSlug(maker);
}
