import type { Run } from "../../core/runs/run.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { canonicalJson } from "../canonical-json.ts";
import { sha256 } from "../suite/cell-key.ts";

/**
 * The run of a suite. Its id follows from what is asked and how it is graded: the same suite goes on
 * where it was left, a changed one is another run.
 */
export function runOf(suite: Suite, createdAt: string): Run {
  const { name, prompts, endpoints, graders, repetitions, seed, decision, load } = suite;
  const asked = endpoints.map(({ limits: _, ...endpoint }) => endpoint);
  const content = canonicalJson({ name, prompts, endpoints: asked, graders, repetitions, seed });
  return {
    id: `${plainName(name)}-${sha256(content).slice(0, 10)}`,
    ...{ kind: "suite", createdAt, suite: name, seed, repetitions, endpoints },
    suiteHash: null,
    settings: { decision: decision ?? null, load },
  };
}

function plainName(name: string): string {
  const plain = name
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return plain.slice(0, 40) || "run";
}
