import { type LicenseClass, licenseRows } from "../catalog/license-class.ts";
import { collectorOrder, kindRank } from "../evidence/rank.ts";
import { sourceKinds } from "../evidence/source.ts";
import { describeSourceKind } from "../report/describe-source.ts";
import { doubtfulErrorRate, errorRate } from "../verdict/support.ts";
import { type MethodSetting, settingsOf } from "./method-setting.ts";

/** Nearest first. Assumptions support nothing, so that no rate is asked of them. */
const speakers = sourceKinds
  .filter((kind) => kind !== "assumption")
  .sort((a, b) => kindRank[a] - kindRank[b]);

const doubtful = "any source marked as low in confidence";
const inFacts = "the figure in your facts file";

/** What settles conflicts, and how far a source is trusted. */
export const evidenceSettings: readonly MethodSetting[] = [
  ...settingsOf("facts", [
    ["sources", "who outranks whom", speakers.map(describeSourceKind), "nearest first", null],
    ["collectors.price", "collectors, for prices", collectorOrder.price, "nearest first", null],
    ["collectors.limit", "collectors, for limits", collectorOrder.limit, "nearest first", null],
    ["collectors.other", "collectors, for the rest", collectorOrder.other, "nearest first", null],
    licences("permissive"),
    licences("copyleft"),
    licences("restricted"),
  ]),
  ...settingsOf("confidence", [
    ...speakers.map((kind) => rate(kind, describeSourceKind(kind), errorRate[kind])),
    rate("doubtful", doubtful, doubtfulErrorRate),
  ]),
];

function licences(name: LicenseClass) {
  const names = licenseRows.flatMap(({ is, written }) => (is === name ? written : []));
  const yours = "model.license in your facts file";
  return [`licence.${name}`, `licences called ${name}`, names, "names", yours] as const;
}

function rate(id: string, who: string, share: number) {
  return [`error-rate.${id}`, `a figure is wrong: ${who}`, share, "share", inFacts] as const;
}
