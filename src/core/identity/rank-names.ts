import { onceFor } from "../once-for.ts";
import { closestNames } from "./closest-names.ts";

/** Something that can be searched for, with everything it is called. */
export interface Named {
  readonly id: string;
  readonly title: string;
  /** Other names, as people and APIs write them. */
  readonly names: readonly string[];
}

/**
 * How a name meets what was asked, best first: it is that name, begins with it, has words that begin
 * so, holds all the words somewhere, or only looks like it, which counts where nothing begins so.
 */
export type NameMatch = "same" | "start" | "words" | "part" | "alike";

/** Something a text may mean, with how its name meets the text. */
export interface RankedName<T extends Named> {
  readonly entry: T;
  readonly match: NameMatch;
  /** The name that met it. */
  readonly name: string;
}

/**
 * What a text may mean, for a reader to choose from: nothing is resolved by likeness. Within one
 * kind of match the order of the list counts, so that the same list always answers alike.
 */
export function rankNames<T extends Named>(
  list: readonly T[],
  text: string,
): readonly RankedName<T>[] {
  const whole = lettersOf(text);
  const words = wordsOf(text);
  if (whole === "") return [];
  const spelled = spellingsOf(list);
  const found = new Map<NameMatch, RankedName<T>[]>();
  const taken = new Set<string>();
  list.forEach((entry, index) => {
    const met = meetingOf(spelled[index] ?? nothing, whole, words);
    if (met === undefined) return;
    taken.add(entry.id);
    found.set(met.match, [...(found.get(met.match) ?? []), { entry, ...met }]);
  });
  const sure = order.flatMap((match) => found.get(match) ?? []);
  const isNamed = found.has("same") || found.has("start");
  const alike = isNamed ? [] : likenessIn(list)(words.join(" "), alikeAtMost);
  return [
    ...sure,
    ...alike.flatMap((key) => {
      const [index = "", name = ""] = key.split("\n");
      const entry = list[Number(index)];
      if (entry === undefined || taken.has(entry.id)) return [];
      taken.add(entry.id);
      return [{ entry, match: "alike" as const, name }];
    }),
  ];
}

const order = ["same", "start", "words", "part"] as const satisfies readonly NameMatch[];
const alikeAtMost = 40;

interface Spelling {
  /** Each name with its letters and digits alone. */
  readonly names: readonly { readonly name: string; readonly letters: string }[];
  readonly words: readonly string[];
}

const nothing: Spelling = { names: [], words: [] };

const spellingsOf = onceFor((list: readonly Named[]): readonly Spelling[] =>
  list.map((entry) => {
    const names = namesOf(entry);
    return {
      names: names.map((name) => ({ name, letters: lettersOf(name) })),
      words: [...new Set(names.flatMap(wordsOf))],
    };
  }),
);

const likenessIn = onceFor((list: readonly Named[]) =>
  closestNames(
    list.flatMap((entry, index) =>
      namesOf(entry).map((name) => ({
        id: `${String(index).padStart(6, "0")}\n${name}`,
        words: wordsOf(name).join(" "),
      })),
    ),
  ),
);

/** The id, its last part, the title, and the rest. */
function namesOf({ id, title, names }: Named): readonly string[] {
  return [title, id, id.slice(id.indexOf("/") + 1), ...names];
}

function meetingOf(
  { names, words: own }: Spelling,
  whole: string,
  words: readonly string[],
): Pick<RankedName<Named>, "match" | "name"> | undefined {
  const named = (test: (letters: string) => boolean) =>
    names.find(({ letters }) => test(letters))?.name;
  const same = named((letters) => letters === whole);
  if (same !== undefined) return { match: "same", name: same };
  const start = named((letters) => letters.startsWith(whole));
  if (start !== undefined) return { match: "start", name: start };
  const name = names[0]?.name ?? "";
  if (words.every((word) => own.some((each) => each.startsWith(word)))) {
    return { match: "words", name };
  }
  if (words.every((word) => names.some(({ letters }) => letters.includes(word)))) {
    return { match: "part", name: named((letters) => letters.includes(whole)) ?? name };
  }
  return undefined;
}

function wordsOf(text: string): readonly string[] {
  return text
    .normalize("NFKC")
    .toLowerCase()
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== "");
}

function lettersOf(text: string): string {
  return wordsOf(text).join("");
}
