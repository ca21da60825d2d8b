import type { Catalog } from "../catalog/catalog.ts";
import { resolverFor } from "../identity/identifier.ts";
import type { Lookout } from "./find-mentions.ts";
import { knownNamesOf } from "./known-names.ts";
import { gramCount, gramOf } from "./letters.ts";
import { familyBeginnings } from "./look-alikes.ts";
import { type NamePart, readToken } from "./read-token.ts";

/** Tokens whose reading is kept: a code base says the same names over and over. */
const mostReadings = 20_000;

/** Makes ready to look for every name of a catalog that can be told from ordinary text. */
export function lookoutFor(catalog: Pick<Catalog, "models" | "aliases" | "routes">): Lookout {
  const names = knownNamesOf(catalog);
  const resolver = resolverFor(catalog);
  const terms = { names, resolve: (name: string) => resolver(name).model };
  const readings = new Map<string, readonly NamePart[]>();
  return {
    grams: gramsOf([...names.all.flatMap(beginningsOf), ...familyBeginnings]),
    read: (token) => {
      const known = readings.get(token);
      if (known !== undefined) return known;
      const reading = readToken(token, terms);
      if (readings.size >= mostReadings) readings.clear();
      readings.set(token, reading);
      return reading;
    },
  };
}

/** Where the search may meet a name first: its last part, and that part behind a maker's dot. */
function beginningsOf(name: string): readonly string[] {
  const last = name.slice(name.lastIndexOf("/") + 1);
  return [last, last.replace(/^(?:[a-z-]+\.)+(?=[a-z])/, "")];
}

function gramsOf(beginnings: readonly string[]): Uint8Array {
  const grams = new Uint8Array(gramCount);
  for (const beginning of beginnings) grams[gramOf(beginning)] = 1;
  return grams;
}
