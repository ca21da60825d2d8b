import { describe, expect, test } from "vitest";
import { catalog } from "../../../test/properties/whole-catalog.ts";
import { rankNames } from "./rank-names.ts";
import { searchIndex } from "./search-index.ts";

const list = [
  { id: "a/grand-2", title: "Grand 2", names: ["grand-2-0613"] },
  { id: "a/grand-2-mini", title: "Grand 2 mini", names: [] },
  { id: "b/upright-7b", title: "Upright 7B Instruct", names: ["upright:7b"] },
  { id: "b/player", title: "Player", names: ["grand-player"] },
];

const found = (text: string) =>
  rankNames(list, text).map(({ entry, match }) => [entry.id, match] as const);

describe("a text means", () => {
  test.each`
    text              | first             | match      | because
    ${"grand 2"}      | ${"a/grand-2"}    | ${"same"}  | ${"spaces, dashes and case say nothing"}
    ${"GRAND-2-0613"} | ${"a/grand-2"}    | ${"same"}  | ${"another name is a name too"}
    ${"upright"}      | ${"b/upright-7b"} | ${"start"} | ${"a reader types the beginning"}
    ${"instruct 7b"}  | ${"b/upright-7b"} | ${"words"} | ${"words may come in any order"}
    ${"layer"}        | ${"b/player"}     | ${"part"}  | ${"letters within a word count too"}
    ${"gradn 2"}      | ${"a/grand-2"}    | ${"alike"} | ${"two letters changed places"}
    ${"uprigth 7b"}   | ${"b/upright-7b"} | ${"alike"} | ${"so they did here"}
  `("$first by $text: $because", ({ text, first, match }) => {
    expect(found(text)[0]).toEqual([first, match]);
  });

  test("what is called so before what begins so, and that before what has the words", () => {
    expect(found("grand-2")).toEqual([
      ["a/grand-2", "same"],
      ["a/grand-2-mini", "start"],
    ]);
    expect(found("grand").map(([id]) => id)).toEqual(["a/grand-2", "a/grand-2-mini", "b/player"]);
  });

  test.each(["", "  ", "-/-", "zzzzzz"])("nothing by %j", (text) => {
    expect(found(text)).toEqual([]);
  });

  test("each thing once", () => {
    for (const text of ["gpt", "claude sonnet", "qwen3.5", "calude"]) {
      const ids = rankNames(searchIndex(catalog), text).map(({ entry }) => entry);
      expect(new Set(ids).size).toBe(ids.length);
    }
  });
});

describe("the index of a search", () => {
  const index = searchIndex(catalog);

  test("holds every model, provider and benchmark, each at an address of its own", () => {
    const { models, providers, benchmarks } = catalog;
    expect(index.length).toBe(models.length + providers.length + benchmarks.length);
    expect(new Set(index.map(({ address }) => address)).size).toBe(index.length);
  });

  test("finds each of them first by its id, save for names that several share", () => {
    const missed = index.filter(({ id, kind }) => {
      const best = rankNames(index, id).filter(({ match }) => match === "same");
      return !best.some(({ entry }) => entry.id === id && entry.kind === kind);
    });
    expect(missed).toEqual([]);
  });
});
