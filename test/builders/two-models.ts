import type { Candidate } from "../../src/core/compare/candidate.ts";
import { candidateOf } from "./candidate-of.ts";
import { dossierOf } from "./dossier-of.ts";
import { scoreOf, scoreRowOf } from "./score-of.ts";

/** A large closed model with one seller and a small open one with two: a comparison to test with. */
export function twoModels(): readonly [Candidate, Candidate] {
  const large = dossierOf({
    id: "acme/large",
    entry: { name: "Large 1", makerName: "Acme" },
    facts: {
      "model.release_date": "2025-04-14",
      "model.openness": "proprietary",
      "model.license": "proprietary",
      "model.commercial_use": "api-terms",
      "model.tokenizer": "o200k_base",
      "limit.context": 1_000_000,
      "limit.output": 32_768,
      "cap.tools": true,
      "cap.reasoning": false,
      "cap.vision": true,
      "cap.code_execution": true,
      "modality.input": "text, image",
      "modality.output": "text",
    },
    routes: [
      {
        id: "acme/large-1",
        provider: { name: "Acme", kind: "first-party" },
        prices: { input: "2", output: "8" },
      },
    ],
  });
  const small = dossierOf({
    id: "bee/small",
    entry: { name: "Small 2", makerName: "Bee" },
    facts: {
      "model.release_date": "2026-03-02",
      "model.openness": "open-weights",
      "model.license": "Apache-2.0",
      "model.commercial_use": "allowed",
      "model.params_total": 4_000_000_000,
      "model.params_active": 4_000_000_000,
      "limit.context": 250_000,
      "cap.reasoning": true,
      "cap.vision": true,
      "cap.code_execution": false,
      "modality.input": "text, image, video",
      "modality.output": "text",
    },
    routes: [
      { id: "host/small-2", provider: { name: "Host" }, prices: { input: "0.05", output: "0.1" } },
      { id: "grid/small-2", provider: { name: "Grid" }, prices: { input: "0.1", output: "0.2" } },
    ],
  });
  return [candidateOf(large, { monthlyUsd: 3600 }), candidateOf(small, { monthlyUsd: 65 })];
}

/** A row on which the large model of `twoModels` is three points ahead, by one publisher's table. */
export function largeAheadRow() {
  return scoreRowOf({
    scores: [
      scoreOf({ model: "acme/large", benchmark: "mmlu-pro", score: 82 }),
      scoreOf({ model: "bee/small", benchmark: "mmlu-pro", score: 79 }),
    ],
  });
}
