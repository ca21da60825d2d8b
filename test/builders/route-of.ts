import type { Lifecycle, RouteDossier } from "../../src/core/catalog/dossier.ts";
import type { ProviderEntry } from "../../src/core/catalog/entries.ts";
import type { PriceProperty, Property, PropertyValue } from "../../src/core/catalog/property.ts";
import type { PriceRow, PriceSchedule } from "../../src/core/cost/price-row.ts";
import type { Fact } from "../../src/core/evidence/fact.ts";
import type { Source } from "../../src/core/evidence/source.ts";
import { factsOf, type GivenFacts } from "./facts-of.ts";
import { sourceOf } from "./source-of.ts";

export interface GivenRoute {
  /** `provider/model id there`. */
  readonly id: string;
  /** Id of the model served. Absent: what follows the provider. */
  readonly model?: string;
  readonly provider?: Partial<ProviderEntry>;
  readonly facts?: GivenFacts;
  /** USD a million tokens, as decimal strings, by meter without its prefix: `{ input: "2" }`. */
  readonly prices?: Readonly<Record<string, string>>;
  readonly schedule?: PriceSchedule;
  readonly lifecycle?: Partial<Lifecycle>;
  readonly isOwn?: boolean;
  readonly source?: Source;
  /** Answers for what the route is silent on: the model. */
  readonly otherwise?: (property: Property) => Fact<PropertyValue>;
}

/** One way to buy a model. */
export function routeOf(given: GivenRoute): RouteDossier {
  const [provider = "", ...rest] = given.id.split("/");
  const providerModelId = rest.join("/");
  const source = given.source ?? sourceOf({ name: given.provider?.name ?? provider });
  return {
    entry: { id: given.id, provider, providerModelId, model: given.model ?? providerModelId },
    provider: {
      id: provider,
      name: provider,
      kind: "host",
      apiShapes: ["chat-completions"],
      ...given.provider,
    },
    prices: given.schedule ?? pricesOf(given.prices ?? {}, source),
    fact: factsOf(given.facts ?? {}, source, given.otherwise),
    lifecycle: lifecycleOf(given.lifecycle),
    isOwn: given.isOwn ?? false,
  };
}

export function lifecycleOf(given: Partial<Lifecycle> = {}): Lifecycle {
  return { status: "active", successors: [], sources: [], ...given };
}

const meters: Readonly<Record<string, PriceProperty>> = {
  input: "price.input",
  output: "price.output",
  cache_read: "price.cache_read",
  cache_write: "price.cache_write",
};

function pricesOf(prices: Readonly<Record<string, string>>, source: Source): PriceSchedule {
  return Object.entries(prices).flatMap(([name, amount]): readonly PriceRow[] => {
    const meter = meters[name];
    return meter === undefined ? [] : [{ meter, amount, sources: [source] }];
  });
}
