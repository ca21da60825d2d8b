import { describe, expect, test } from "vitest";
import { steelyard } from "./built-cli.ts";
import { fieldOf, placesOf } from "./walk-answer.ts";

const moves = [
  { argv: ["gpt-4.1", "qwen3.5-4b"], because: "to open weights" },
  { argv: ["claude-opus-4.6", "claude-opus-5"], because: "to the next version" },
  { argv: ["gpt-4-turbo", "gpt-5.4-mini"], because: "from a retired model" },
  { argv: ["gpt-5.4", "claude-sonnet-4.6", "--fallback"], because: "a fallback on another vendor" },
];

/** How many tests show no difference is our own count. */
const isCount = (path: string) => path === ".benchmarksWithoutDifference";

function answerTo(argv: readonly string[]): object {
  const asked = ["switch", ...argv, "--as-of", "2026-11-20", "--format", "json"];
  const { exitCode, stdout } = steelyard(asked);
  expect(exitCode).toBe(0);
  const answer: unknown = JSON.parse(stdout);
  if (typeof answer !== "object" || answer === null) throw new Error(`no answer to ${argv}`);
  return answer;
}

describe("a move in the shipped catalog", () => {
  test.each(moves)("$because: every figure has a source that the answer lists", ({ argv }) => {
    const answer = answerTo(argv);
    const sources = fieldOf(answer, "sources");
    const listed = new Set(
      Array.isArray(sources) ? sources.map((each) => fieldOf(each, "id")) : [],
    );
    const places = placesOf(answer);

    const bare = places.filter(
      ({ path, value, cited }) => typeof value === "number" && cited.length === 0 && !isCount(path),
    );
    expect(bare.map(({ path }) => path)).toEqual([]);
    expect(places.flatMap(({ cited }) => cited).filter((id) => !listed.has(id))).toEqual([]);
  });

  test.each(moves)("$because: the items of both directions come gravest first", ({ argv }) => {
    const switching = fieldOf(answerTo(argv), "switching");
    const directions: readonly unknown[] = Array.isArray(switching) ? switching : [];
    const order = ["blocker", "work", "check", "gain"];

    expect(directions).toHaveLength(2);
    for (const direction of directions) {
      const items = fieldOf(direction, "items");
      const ranks = (Array.isArray(items) ? items : []).map((item) =>
        order.indexOf(String(fieldOf(item, "severity"))),
      );
      expect(ranks).toEqual([...ranks].sort((a, b) => a - b));
      expect(ranks).not.toContain(-1);
    }
  });

  test("steps for the format of the written file and for another one do not stand side by side", () => {
    const pinned = ["--to-route", "anthropic/claude-sonnet-4-6"];
    const checklist = fieldOf(answerTo(["gpt-5.4", "claude-sonnet-4.6", ...pinned]), "checklist");
    const steps = (Array.isArray(checklist) ? checklist : []).map((each) =>
      String(fieldOf(each, "text")),
    );

    expect(steps.join("\n")).not.toContain("put a gateway between");
    expect(steps.join("\n")).toContain("for trying models out, not for production");
    expect(steps.findIndex((text) => text.includes("the model name to"))).toBeLessThan(
      steps.findIndex((text) => text.includes("Change the client to messages")),
    );
  });

  test("no model of another maker is sold under the Gemini API", () => {
    const { stdout } = steelyard(["routes", "--provider", "google", "--format", "json"]);

    expect(stdout).toContain("google/gemini-2.5-pro");
    expect(stdout).not.toContain("google/claude");
  });
});
