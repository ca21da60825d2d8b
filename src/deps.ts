import { existsSync } from "node:fs";
import type { Catalog } from "./core/catalog/catalog.ts";
import { withClaims } from "./core/catalog/with-claims.ts";
import { withEvidence } from "./core/catalog/with-evidence.ts";
import type { Claim } from "./core/evidence/claim.ts";
import { groupBy } from "./core/group-by.ts";
import { identifierFor } from "./core/identity/identifier.ts";
import type { Outcome } from "./core/problems/problem.ts";
import { noRuns } from "./core/runs/run-reader.ts";
import type { SizingFacts } from "./core/sizing/sizing-facts.ts";
import type { Deps } from "./operations/operation.ts";
import { openCatalog } from "./store/compiled-catalog.ts";
import { readEvidence } from "./store/runs/read-evidence.ts";
import { storeName } from "./store/runs/store-name.ts";
import { storePlace, usualStore } from "./store/runs/store-place.ts";

/** The facts of a team, read without being asked for when they lie where the work is done. */
const ownFactsFile = "steelyard.facts.yaml";

/** What the team does with models, likewise. */
const ownWorkloadFile = "steelyard.yaml";

/**
 * What operations reach for in a real process: the compiled catalog, facts files and the clock.
 *
 * @param catalogFolder absent: the catalog that came with the package
 */
export function buildDeps(catalogFolder?: URL): Deps {
  return {
    catalog: async (factsFiles, { withoutRuns = false } = {}) => {
      const catalog = await openOutcome(catalogFolder);
      if (!catalog.ok) return catalog;
      const claims = await claimsIn(factsFiles);
      if (!claims.ok) return claims;
      const evidence = withoutRuns ? nothingMeasured : await readEvidence();
      if (!evidence.ok) return evidence;
      const identify = identifierFor(catalog.value);
      const laid = withClaims(catalog.value, claims.value, identify);
      return laid.ok
        ? { ok: true, value: withEvidence(laid.value, evidence.value, identify) }
        : laid;
    },
    measured: readEvidence,
    catalogAt: async (folder, factsFiles) => {
      const { openSnapshot } = await import("./store/open-snapshot.ts");
      const catalog = await openSnapshot(folder);
      if (!catalog.ok) return catalog;
      const claims = await claimsIn(factsFiles);
      return claims.ok ? { ok: true, value: withKnown(catalog.value, claims.value) } : claims;
    },
    countPrompts: async (path, tokenizer) => {
      const { countPrompts } = await import("./sources/prompts/count-prompts.ts");
      return countPrompts(path, tokenizer);
    },
    workload: async (file) => {
      if (file === "none" || (file === undefined && !existsSync(ownWorkloadFile))) {
        return { ok: true, value: undefined };
      }
      const { readWorkload } = await import("./sources/workload-file/read-workload.ts");
      return readWorkload(file ?? ownWorkloadFile);
    },
    writeDecision: async (file, record) => {
      const { writeDecision } = await import("./store/decision-file.ts");
      return writeDecision(file, record);
    },
    readDecision: async (file) => {
      const { readDecision } = await import("./store/decision-file.ts");
      return readDecision(file);
    },
    modelConfig: async (file) => {
      const { readModelConfig } = await import("./sources/model-config/read-model-config.ts");
      return readModelConfig(file);
    },
    sizing: () => sizingOutcome(catalogFolder),
    today: () => new Date().toISOString().slice(0, 10),
    readCode: async (paths, visit) => {
      const { readCodeBase } = await import("./sources/code-base/read-code-base.ts");
      return readCodeBase(paths, visit);
    },
    readResults: async (file) => {
      const { readResults } = await import("./measure/result-files/read-results.ts");
      return readResults(file);
    },
    runs: async (store) => {
      const where = storePlace(store);
      if (where === usualStore && !existsSync(where)) return { ok: true, value: noRuns(where) };
      const { openRunStore } = await import("./store/runs/open-run-store.ts");
      const opened = await openRunStore(where, "read");
      if (!opened.ok) return opened;
      const { runReader } = await import("./measure/reports/run-reader.ts");
      return { ok: true, value: runReader(opened.value, storeName(where)) };
    },
  };
}

const nothingMeasured = { ok: true, value: [] } as const;

async function openOutcome(folder?: URL): Promise<Outcome<Catalog>> {
  try {
    return { ok: true, value: await openCatalog(folder) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: "catalog-unreadable", reason } };
  }
}

async function sizingOutcome(folder?: URL): Promise<Outcome<SizingFacts>> {
  try {
    const { openSizing } = await import("./store/sizing-file.ts");
    return { ok: true, value: openSizing(folder) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: { code: "catalog-unreadable", reason } };
  }
}

/**
 * What facts files say: those named, and a team's own where it lies. The reader, and with it the
 * YAML parser, is loaded only when there is a file to read.
 */
export async function claimsIn(factsFiles: readonly string[]): Promise<Outcome<readonly Claim[]>> {
  const files = existsSync(ownFactsFile) ? [ownFactsFile, ...factsFiles] : factsFiles;
  if (files.length === 0) return { ok: true, value: [] };
  const { readFactsFile } = await import("./sources/facts-file/read-facts-file.ts");
  const claims: Claim[] = [];
  for (const file of new Set(files)) {
    const read = await readFactsFile(file);
    if (!read.ok) return read;
    claims.push(...read.value);
  }
  return { ok: true, value: claims };
}

/** An older catalog may not know yet what the facts speak of: those wait for a newer one. */
function withKnown(catalog: Catalog, claims: readonly Claim[]): Catalog {
  const identify = identifierFor(catalog);
  const known = [...groupBy(claims, ({ subject }) => subject).values()].filter(
    (group) => withClaims(catalog, group, identify).ok,
  );
  const laid = withClaims(catalog, known.flat(), identify);
  return laid.ok ? laid.value : catalog;
}
