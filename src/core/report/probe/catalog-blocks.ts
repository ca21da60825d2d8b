import { properties } from "../../catalog/property.ts";
import { lowerFirst } from "../../compare/wording.ts";
import type { Disagreement } from "../../probes/catalog-values.ts";
import { list, section } from "../comparison/setting.ts";
import type { Block, Line } from "../document.ts";
import { formatTokens } from "../format.ts";
import { titleOf } from "./probe-words.ts";

/** Where what was measured is not what the catalog holds of the route. */
export function catalogBlocks(
  all: readonly Disagreement[],
  route: string | null,
): readonly Block[] {
  return section(
    route === null ? "The catalog says otherwise" : `The catalog says otherwise of ${route}`,
    list(all.map(disagreementLine)),
  );
}

function disagreementLine({ claim, catalog }: Disagreement): Line {
  const { property, probe, hits, n } = claim;
  const rests =
    typeof claim.value === "number" ? `by ${n} requests` : `${hits} of ${n} in "${titleOf(probe)}"`;
  return `${properties[property].label}: measured ${valueText(claim.value)} (${rests}); ${catalog.sources.join(", ")}: ${lowerFirst(valueText(catalog.value))}.`;
}

function valueText(value: string | number | boolean): string {
  if (typeof value === "number") return `${formatTokens(value)} tokens`;
  if (typeof value === "boolean") return value ? "yes" : "no";
  return value;
}
