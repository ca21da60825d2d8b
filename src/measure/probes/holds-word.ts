import type { Answer } from "../../core/runs/attempt.ts";
import type { Detected } from "./probe-step.ts";

/** Whether a random word stands in the text, or, not being wanted, does not. */
export function holdsWord(
  word: string,
  { isWanted }: { readonly isWanted: boolean } = { isWanted: true },
): (answer: Answer) => Detected {
  return ({ text, finish }) => {
    const isThere = text.toLowerCase().includes(word.toLowerCase());
    if (isWanted && !isThere && finish.normal === "length") return null;
    return {
      isPass: isThere === isWanted,
      because: isThere ? "the word is there" : "the word is not there",
    };
  };
}
