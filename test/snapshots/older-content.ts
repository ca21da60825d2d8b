import type { CatalogContent } from "../../src/core/catalog/catalog-from.ts";
import type { Claim } from "../../src/core/evidence/claim.ts";
import { smallContent } from "../cli/small-catalog.ts";

const isNewer = ({ subject, property, conditions }: Claim) =>
  (subject === "model:openai/gpt-4.1" && property === "model.retires_on") ||
  (subject === "model:qwen/qwen3.5-4b" && property === "cap.vision") ||
  conditions !== undefined;

const readAs: Readonly<Record<string, Claim["value"]>> = {
  "route:openai/gpt-4.1 price.output 8": "10",
  "model:qwen/qwen3.5-4b limit.context 262144": 131_072,
};

/** The small catalog as it was read in summer: dearer, with less context, nothing announced yet. */
export const olderContent: CatalogContent = {
  ...smallContent,
  compiledOn: "2026-08-01",
  claims: smallContent.claims
    .filter((claim) => !isNewer(claim))
    .map((claim) => ({
      ...claim,
      value: readAs[`${claim.subject} ${claim.property} ${claim.value}`] ?? claim.value,
      source: { ...claim.source, observedOn: "2026-08-01" },
    })),
  quarantined: [],
  scores: smallContent.scores.map((score) => ({
    ...score,
    ...(score.model === "openai/gpt-4.1" ? { score: 81.6 } : {}),
    source: { ...score.source, observedOn: "2026-08-01" },
  })),
};
