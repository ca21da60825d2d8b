import { describe, expect, it } from "vitest";
import { type TinyModel, tinyModelFile } from "./tiny-model.ts";
import { placeOf, vocabulary, wordToken } from "./tiny-vocabulary.ts";

const model: TinyModel = {
  ...{ name: "tiny", seed: 1, template: "tools" as const },
  opening: { token: wordToken("water"), liking: 0.7 },
};

describe("a tiny model", () => {
  it("is the same file each time, and another one for another seed", () => {
    const file = tinyModelFile(model);
    expect(file.subarray(0, 8)).toEqual(Buffer.from("GGUF\x03\0\0\0"));
    expect(tinyModelFile(model).equals(file)).toBe(true);
    expect(tinyModelFile({ ...model, seed: 2 }).equals(file)).toBe(false);
  });

  it("reaches every word from its letters, two neighbours at a time", () => {
    const texts = new Set(vocabulary.map(({ text }) => text));
    const words = [...texts].filter((text) => text.startsWith(wordToken("")) && text.length > 1);
    expect(words.filter((word) => !texts.has(word.slice(0, -1)))).toEqual([]);
    expect(texts.size).toBe(vocabulary.length);
    expect(placeOf(wordToken("water"))).toBeGreaterThan(0);
  });
});
