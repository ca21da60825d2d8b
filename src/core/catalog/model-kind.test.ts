import { describe, expect, test } from "vitest";
import { kindByName, whyNoChat } from "./model-kind.ts";

describe("the kind a model's name tells", () => {
  test.each([
    ["text-embedding-3-large", "embedding"],
    ["@cf/baai/bge-reranker-base", "rerank"],
    ["whisper-large-v3", "transcription"],
    ["gemini-2.5-pro-tts", "speech"],
    ["google/gemini-3-pro-image", "image"],
    ["mistral-ocr-2512", "ocr"],
    ["meta-llama/llama-guard-4-12b", "moderation"],
    ["jev-1.13.0", "classifier"],
  ])("%s is for %s", (name, kind) => {
    expect(kindByName(name)).toBe(kind);
  });

  test.each(["gpt-4.1", "qwen3.5-4b", "imagine-1"])("%s tells none", (name) => {
    expect(kindByName(name)).toBeUndefined();
  });
});

describe("what cannot hold a conversation", () => {
  test("a known output without text writes no text", () => {
    expect(whyNoChat(undefined, "image")).toBe("writes no text");
  });

  test("a transcriber writes text and is still not for chat", () => {
    expect(whyNoChat("transcription", "text")).toBe("is made for transcription, not for chat");
  });

  test("an image model that also writes text may", () => {
    expect(whyNoChat("image", "image, text")).toBeUndefined();
  });

  test("nothing known says nothing against it", () => {
    expect(whyNoChat(undefined, undefined)).toBeUndefined();
  });
});
