import { describe, expect, test } from "vitest";
import { steelyard } from "./built-cli.ts";
import { fieldOf, isRecord, type Place, placesOf } from "./walk-answer.ts";

/** How many there are is our own count, not somebody's claim; so is the traffic that was asked. */
const isCount = ({ path }: Place) => /\.counts\.|\]\.routes$|^\.traffic\./.test(path);

const lists = [
  { argv: ["models", "--as-of", "2026-11-20"] },
  { argv: ["models", "--search", "qwen"] },
  { argv: ["routes", "--as-of", "2026-11-20"] },
  { argv: ["providers"] },
  { argv: ["benchmarks"] },
].map((list) => ({ ...list, line: list.argv.join(" ") }));

function answerTo(argv: readonly string[]): Readonly<Record<string, unknown>> {
  const { exitCode, stdout } = steelyard([...argv, "--format", "json"]);
  expect(exitCode).toBe(0);
  const answer: unknown = JSON.parse(stdout);
  if (!isRecord(answer)) throw new Error(`${argv.join(" ")} answered with no object`);
  return answer;
}

function idsOf({ sources }: Readonly<Record<string, unknown>>): ReadonlySet<unknown> {
  const listed: readonly unknown[] = Array.isArray(sources) ? sources : [];
  return new Set(listed.map((source) => fieldOf(source, "id")));
}

describe("a list", () => {
  test.each(lists)("$line gives every figure a source that it lists", ({ argv }) => {
    const answer = answerTo(argv);
    const listed = idsOf(answer);
    const wrong = placesOf(answer)
      .filter((place) => !isCount(place))
      .filter(
        ({ value, cited }) =>
          (typeof value === "number" && cited.length === 0) || cited.some((id) => !listed.has(id)),
      );
    expect(wrong.map(({ path, value }) => `${path} = ${JSON.stringify(value)}`)).toEqual([]);
  });

  test.each(lists)("$line says of everything unknown why it is, and never no", ({ argv }) => {
    const unknowns = placesOf(answerTo(argv)).flatMap(({ path, value }) =>
      fieldOf(value, "state") === "unknown" ? [{ path, value }] : [],
    );
    const silent = unknowns.filter(
      ({ value }) =>
        !/\S/.test(String(fieldOf(value, "because"))) ||
        /^(no|0|-|)$/.test(String(fieldOf(value, "text"))),
    );
    expect(silent).toEqual([]);
  });
});

/** The sources of an answer that one of its fields points to. */
function citedBy(answer: Readonly<Record<string, unknown>>, field: string): readonly unknown[] {
  const { [field]: ids, sources } = answer;
  if (!(Array.isArray(ids) && Array.isArray(sources))) return [];
  return ids.map((id) => sources.find((source) => fieldOf(source, "id") === id));
}

describe("a cost", () => {
  test.each`
    traffic                           | kind
    ${[]}                             | ${"assumption"}
    ${["--traffic", "in=12M,out=3M"]} | ${"own-facts"}
  `("names who states its prices and its traffic: $kind", ({ traffic, kind }) => {
    const answer = answerTo(["cost", "openai/gpt-4.1", ...traffic]);
    const ofPrices = citedBy(answer, "sourceIds");
    expect(ofPrices[0]).toMatchObject({ name: "OpenAI", kind: "first-party" });
    expect(ofPrices).not.toContain(undefined);
    expect(citedBy(answer, "trafficSourceIds")).toMatchObject([{ kind }]);
  });
});

describe("a gap", () => {
  const scores = ["gap", "79.1", "81.8", "--items", "12032", "--group", "static"];

  test.each`
    asked                                            | kinds
    ${["--comparability", "cross-source"]}           | ${["assumption"]}
    ${["--comparability", "same-run", "--tau", "0"]} | ${["own-facts"]}
    ${["--comparability", "mismatch"]}               | ${[]}
  `("names who states the spread of set-ups: $kinds", ({ asked, kinds }) => {
    const answer = answerTo([...scores, ...asked]);
    expect(citedBy(answer, "sourceIds")).toMatchObject([{ name: "the scores given" }]);
    expect(citedBy(answer, "tauSourceIds").map((source) => fieldOf(source, "kind"))).toEqual(kinds);
  });
});

describe("a comparison", () => {
  test("cites the asker for what the asker gave", () => {
    const given = ["--tau", "2", "--traffic", "in=12M,out=3M,requests=4k", "--failed-task", "0.5"];
    const { sources } = answerTo(["compare", "gpt-4.1", "qwen3.5-4b", ...given]);
    const listed: readonly unknown[] = Array.isArray(sources) ? sources : [];
    const names = listed.map((source) => fieldOf(source, "name"));
    expect(names).toEqual(
      expect.arrayContaining([
        "your traffic",
        "your non-sampling error",
        "your loss of a failed task",
      ]),
    );
    expect(
      names.filter((name) =>
        /^assumed (traffic|number|non-s|range of the loss)/.test(String(name)),
      ),
    ).toEqual([]);
  });
});

describe("an explanation", () => {
  test("gives every claim its source with its day", () => {
    const claims = placesOf(answerTo(["explain", "gpt-4.1"])).filter(
      ({ value }) => isRecord(value) && "standing" in value,
    );
    expect(claims.length).toBeGreaterThan(10);
    for (const { value } of claims) {
      expect(value).toMatchObject({
        source: {
          name: expect.stringMatching(/\S/),
          ref: expect.stringMatching(/\S/),
          observedOn: expect.stringMatching(/^\d{4}-\d{2}-\d{2}$/),
        },
      });
    }
  });
});
