import { join } from "node:path";
import { type Assembled, assemble } from "../src/core/catalog/assemble.ts";
import { readAuthored } from "../src/sources/authored/read-authored.ts";
import { parseGenaiPrices } from "../src/sources/genai-prices.ts";
import { parsePiAi } from "../src/sources/pi-ai.ts";
import { readSnapshot } from "./read-snapshot.ts";

/** Reads everything under `data/` and joins it. */
export async function compileCatalog(dataFolder: string): Promise<Assembled> {
  const outcome = await readAuthored(dataFolder);
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  const authored = outcome.value;
  const providerIdIn = (source: string) => {
    const ids = new Map(
      authored.providers.flatMap(({ id, knownAs }) =>
        (knownAs[source] ?? []).map((foreign) => [foreign, id]),
      ),
    );
    return (foreign: string) => ids.get(foreign);
  };
  const plans = new Set(
    authored.providers.filter(({ kind }) => kind === "plan").map(({ id }) => id),
  );
  const piAi = readSnapshot(join(dataFolder, "snapshot/pi-ai"));
  const listed = parsePiAi(piAi.providers, {
    version: piAi.version,
    generatedOn: piAi.observedOn,
    providerIdOf: providerIdIn("pi-ai"),
    isPlan: (provider) => plans.has(provider),
  });
  const genaiPrices = readSnapshot(join(dataFolder, "snapshot/genai-prices"));
  const priced = parseGenaiPrices(genaiPrices.providers, {
    version: genaiPrices.version,
    publishedOn: genaiPrices.observedOn,
    providerIdOf: providerIdIn("genai-prices"),
    knownIdsAt: (provider) =>
      listed.routes
        .filter((route) => route.provider === provider)
        .map((route) => route.providerModelId),
  });
  const providers = authored.providers.map(({ knownAs: _knownAs, ...provider }) => provider);
  return assemble({ ...authored, providers, listings: [listed, priced] });
}
