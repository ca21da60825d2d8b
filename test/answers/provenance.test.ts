import { describe, expect, test } from "vitest";
import { comparisonDocument } from "../../src/core/report/comparison-document.ts";
import { type Block, plain } from "../../src/core/report/document.ts";
import { documentToMarkdown } from "../../src/core/report/markdown.ts";
import { documentToText } from "../../src/core/report/text.ts";
import { compare, randomModels, randomPairs } from "../properties/whole-catalog.ts";
import { fieldOf, type Place, placesOf } from "./walk-answer.ts";

const answers = [...randomPairs(200), ...randomModels(30, { atLeast: 3, atMost: 5 })].map(
  (models) => {
    const answer = compare(models);
    return { models: models.join(" "), answer, places: placesOf(answer) };
  },
);

/** Where the places of an answer break a rule; none is what is asked for. */
function breaches(
  isBreach: (place: Place, listed: ReadonlySet<string>) => boolean,
): readonly string[] {
  return answers.flatMap(({ models, answer, places }) => {
    const listed = new Set(answer.sources.map(({ id }) => id));
    return places
      .filter((place) => isBreach(place, listed))
      .map(({ path, value }) => `${models}: ${path} = ${JSON.stringify(value)?.slice(0, 200)}`);
  });
}

const isUnknown = (value: unknown) => fieldOf(value, "state") === "unknown";
const denials = /^(no|none|0|-|–|—|n\/a|)$/i;

describe("over the whole catalog, an answer", () => {
  test("gives every figure a source", () => {
    expect(breaches(({ value, cited }) => typeof value === "number" && cited.length === 0)).toEqual(
      [],
    );
  });

  test("carries only figures that are numbers", () => {
    expect(
      answers.flatMap(({ models, answer }) => {
        const text = JSON.stringify(answer, (_key, value: unknown) =>
          typeof value === "number" && !Number.isFinite(value) ? "no number" : value,
        );
        return text.includes('"no number"') ? [models] : [];
      }),
    ).toEqual([]);
  });

  test("lists every source that it cites, with its name, its place and its day", () => {
    expect(breaches(({ cited }, listed) => cited.some((id) => !listed.has(id)))).toEqual([]);
    const incomplete = answers.flatMap(({ answer }) =>
      answer.sources.filter(
        ({ name, ref, observedOn }) =>
          name === "" || ref === "" || !/^\d{4}-\d{2}-\d{2}$/.test(observedOn),
      ),
    );
    expect(incomplete).toEqual([]);
  });

  test("says of everything unknown why it is", () => {
    expect(
      breaches(({ value }) => isUnknown(value) && !/\S/.test(String(fieldOf(value, "because")))),
    ).toEqual([]);
  });

  test("never passes what is unknown off as no, nothing or zero", () => {
    expect(
      breaches(({ value }) => isUnknown(value) && denials.test(String(fieldOf(value, "text")))),
    ).toEqual([]);
  });

  test("holds no word of a machine where a reader expects one of ours", () => {
    expect(
      breaches(
        ({ value }) =>
          typeof value === "string" && /\b(null|undefined|NaN|Infinity|\[object)\b/.test(value),
      ),
    ).toEqual([]);
  });
});

describe("a printed answer", () => {
  const printed = answers
    .filter((_, index) => index % 4 === 0)
    .map(({ models, answer }) => {
      const document = comparisonDocument(answer, { brief: false, withSources: true });
      const text = documentToText(document, { width: 100 });
      return { models, document, text, markdown: documentToMarkdown(document) };
    });

  test("holds no word of a machine", () => {
    const machine = /\b(null|undefined|NaN|Infinity)\b|\[object /;
    expect(
      printed.flatMap(({ text, markdown }) =>
        `${text}\n${markdown}`.split("\n").filter((line) => machine.test(line)),
      ),
    ).toEqual([]);
  });

  test("has no cell that says nothing, but a name not said again", () => {
    expect(
      printed.flatMap(({ models, document }) =>
        document.blocks.flatMap(mute).map((row) => `${models}: ${row}`),
      ),
    ).toEqual([]);
  });
});

/** Rows with an empty cell or a dash after the first column. */
function mute(block: Block): readonly string[] {
  if (block.kind !== "table") return [];
  return block.rows
    .map((row) => row.map(plain))
    .filter(([, ...cells]) => cells.some((cell) => /^\s*[-–—]?\s*$/.test(cell)))
    .map((row) => row.join(" | "));
}
