import { describe, expect, test } from "vitest";
import { steelyard } from "./built-cli.ts";

const places = [
  { TZ: "UTC", LC_ALL: "C", LANG: "C" },
  { TZ: "Asia/Tokyo", LC_ALL: "de_DE.UTF-8", LANG: "de_DE.UTF-8" },
  { TZ: "America/Los_Angeles", LC_ALL: "tr_TR.UTF-8", LANG: "tr_TR.UTF-8" },
] as const;

const pair = ["compare", "gpt-oss-120b", "qwen3.5-4b"];

const questions = [
  { argv: pair, format: "text" },
  { argv: pair, format: "json" },
  { argv: pair, format: "markdown" },
  { argv: ["compare", "gpt-4-turbo", "gpt-4.1", "qwen3.5-9b"], format: "json" },
  { argv: ["explain", "gpt-4.1", "price.input"], format: "text" },
  { argv: ["routes"], format: "json" },
].map((question) => ({ ...question, line: question.argv.join(" ") }));

describe("the same question on the same day has the same answer, byte by byte", () => {
  test.each(questions)(
    "$line as $format, wherever and however often it is asked",
    ({ argv, format }) => {
      const asked = [...argv, "--as-of", "2026-11-20", "--format", format];
      const [first, ...others] = [...places, places[0]].map((place) => steelyard(asked, place));
      expect(first?.exitCode).toBe(0);
      expect(first?.stdout).not.toBe("");
      for (const other of others) expect(other).toEqual(first);
    },
    30_000,
  );

  test("a price in words is spelt alike everywhere", () => {
    const [here, there] = places.map(
      (place) => steelyard(["cost", "openai/gpt-4.1", "--as-of", "2026-11-20"], place).stdout,
    );
    expect(here).toContain("$3,600");
    expect(there).toBe(here);
  });
});
