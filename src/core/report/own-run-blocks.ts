import { properties } from "../catalog/property.ts";
import { propertyText } from "../compare/property-text.ts";
import { lowerFirst } from "../compare/wording.ts";
import type { OwnEvidence } from "../overview/own-evidence.ts";
import type { OwnEndpoint } from "../overview/own-runs.ts";
import { left, right, section } from "./comparison/setting.ts";
import type { Block, Line } from "./document.ts";
import { formatNumber, formatTokens } from "./format.ts";

/** The team's runs and probes, each with the model it counts for. */
export function ownRunBlocks({ runs, probes }: OwnEvidence): readonly Block[] {
  return [...section("Runs", runBlocks(runs)), ...section("Probes", probeBlocks(probes))];
}

function runBlocks(runs: OwnEvidence["runs"]): readonly Block[] {
  if (runs.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [
        left("run"),
        left("day"),
        left("endpoint"),
        left("counts for"),
        right("passed"),
        right("prompts"),
        left("against the others"),
      ],
      rows: runs.flatMap(({ run, measuredOn, endpoints, pairs }) =>
        endpoints.map((endpoint, place) => [
          place === 0 ? run : "",
          place === 0 ? measuredOn : "",
          endpoint.endpoint,
          countsFor(endpoint),
          endpoint.share === null ? "" : `${formatNumber(100 * endpoint.share, 1)} %`,
          endpoint.prompts === null ? "" : formatTokens(endpoint.prompts),
          pairs
            .filter(({ b }) => b === endpoint.endpoint)
            .map(({ a, deltaPoints, label }) => `${signed(deltaPoints)} to ${a}, ${words(label)}`)
            .join("; "),
        ]),
      ),
    },
  ];
}

function probeBlocks(probes: OwnEvidence["probes"]): readonly Block[] {
  if (probes.length === 0) return [];
  return [
    {
      kind: "table",
      columns: [left("probe"), left("day"), left("endpoint"), left("counts for"), left("found")],
      rows: probes.map((probe) => [
        probe.run,
        probe.measuredOn,
        probe.name,
        countsFor(probe),
        probe.found.map(foundText).join("; "),
      ]),
    },
  ];
}

function foundText({ property, value, note }: OwnEndpoint["found"][number]): string {
  const label = lowerFirst(properties[property].label);
  return `${label} ${propertyText(property, value)} (${note})`;
}

/** What stands for no route of the catalog is kept, and moves no answer. */
function countsFor({ model, modelName, route }: OwnEndpoint): Line {
  if (model !== null) return [{ text: modelName ?? model, to: { kind: "model", id: model } }];
  const why = route === null ? "it names no route" : `no route ${route} is known`;
  return [{ text: `nothing: ${why}`, tone: "unknown" }];
}

const signed = (points: number): string =>
  `${points > 0 ? "+" : ""}${formatNumber(points, 1)} points`;

function words(label: string): string {
  return label === "within-noise" ? "no difference established" : label;
}
