import type { Place } from "../scan/collect-places.ts";
import type { FoundModel, ScanReport } from "../scan/scan-report.ts";
import { cleanText } from "./clean-text.ts";
import { endText } from "./scan-successors.ts";

const rules = {
  "model-retired": {
    level: "error",
    name: "ModelRetired",
    text: "The code names a model that its maker or its seller has shut down.",
  },
  "model-retiring": {
    level: "warning",
    name: "ModelRetiring",
    text: "The code names a model whose end is announced for a day.",
  },
  "model-deprecated": {
    level: "warning",
    name: "ModelDeprecated",
    text: "The code names a model that is deprecated; the day of its end is not known.",
  },
  "model-unknown": {
    level: "note",
    name: "ModelUnknown",
    text: "The code names what looks like a model, and no rule leads from the name to one.",
  },
} as const;

type RuleId = keyof typeof rules;

const ruleIds = ["model-retired", "model-retiring", "model-deprecated", "model-unknown"] as const;

/** SARIF 2.1.0, so that code hosts mark the lines; models without an end are not in it. */
export function scanSarif(report: ScanReport): string {
  return `${JSON.stringify(sarifLogOf(report), null, 2)}\n`;
}

export function sarifLogOf(report: ScanReport) {
  const results = [
    ...report.found.flatMap((model) => {
      const rule = ruleOf(model);
      return rule === undefined
        ? []
        : model.places.map((place) => ({ rule, place, text: messageOf(model) }));
    }),
    ...report.unknown.flatMap(({ text, because, places }) =>
      places.map((place) => ({
        rule: "model-unknown" as const,
        place,
        text: `${text} is no known model. ${because}`,
      })),
    ),
  ];
  const occurrences = new Map<string, number>();
  return {
    $schema: "https://json.schemastore.org/sarif-2.1.0.json",
    version: "2.1.0" as const,
    runs: [
      {
        tool: {
          driver: {
            name: "steelyard",
            rules: ruleIds.map((id) => ({
              id,
              name: rules[id].name,
              shortDescription: { text: rules[id].text },
              defaultConfiguration: { level: rules[id].level },
            })),
          },
        },
        columnKind: "utf16CodeUnits" as const,
        originalUriBaseIds: {
          "%SRCROOT%": { description: { text: "The folder the scan was asked from." } },
        },
        properties: { asOf: report.asOf, catalog: report.catalog.hash },
        results: results.map(({ rule, place, text }) => ({
          ruleId: rule,
          ruleIndex: ruleIds.indexOf(rule),
          level: rules[rule].level,
          message: { text: cleanText(text) },
          locations: [{ physicalLocation: locationOf(place, report.path) }],
          partialFingerprints: { "steelyardName/v1": fingerprint(rule, place, occurrences) },
        })),
      },
    ],
  };
}

function ruleOf({ status, retiresOn }: FoundModel): RuleId | undefined {
  if (status === "retired") return "model-retired";
  if (retiresOn !== null) return "model-retiring";
  return status === "deprecated" ? "model-deprecated" : undefined;
}

function messageOf(model: FoundModel): string {
  const { name, route, successors } = model;
  const what = route === null ? name : `${name} at ${route}`;
  const next = successors.slice(0, 3).map((each) => each.model);
  const instead = next.length === 0 ? "No successor is known." : `Successors: ${next.join(", ")}.`;
  return `${what}: ${endText(model)}. ${instead}`;
}

function locationOf({ file, line, column, text }: Place, path: ScanReport["path"]) {
  return {
    artifactLocation: { uri: uriOf(file, path), uriBaseId: "%SRCROOT%" },
    region: { startLine: line, startColumn: column, endColumn: column + text.length },
  };
}

/** Relative to the folder asked from, or to the folder asked about when that lies elsewhere. */
function uriOf(file: string, path: ScanReport["path"]): string {
  const roots = typeof path === "string" ? [path] : path;
  const root = roots.map(withSlash).find((each) => each.startsWith("/") && file.startsWith(each));
  const relative = root === undefined ? file.replace(/^\/+/, "") : file.slice(root.length);
  return relative.split("/").map(encodeURIComponent).join("/");
}

function withSlash(path: string): string {
  return path.endsWith("/") ? path : `${path}/`;
}

/** The same after lines above were added: file, rule, name, and which of its kind in the file. */
function fingerprint(
  rule: RuleId,
  { file, text }: Place,
  occurrences: Map<string, number>,
): string {
  const key = `${rule}:${file}:${text}`;
  const count = (occurrences.get(key) ?? 0) + 1;
  occurrences.set(key, count);
  return `${key}:${count}`;
}
