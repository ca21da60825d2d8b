import type { Claim } from "../evidence/claim.ts";
import type { Source } from "../evidence/source.ts";
import { groupBy } from "../group-by.ts";
import type { EndpointEvidence, PairEvidence, RunEvidence } from "../runs/run-evidence.ts";
import type { Catalog } from "./catalog.ts";
import { sortedById } from "./catalog-from.ts";
import type { Benchmark, PairedScore, RouteEntry, Score } from "./entries.ts";
import { digestOf, type Identify, withClaims } from "./with-claims.ts";

/**
 * Lays what the team measured over a catalog: what was seen at an endpoint is claimed of its route,
 * and a suite is a benchmark of the team's own. Of several runs the latest speaks.
 *
 * @param evidence the latest first; an endpoint that stands for no route of the catalog is passed over
 */
export function withEvidence(
  catalog: Catalog,
  evidence: readonly RunEvidence[],
  identify: Identify,
): Catalog {
  const runs = evidence.map((run) => placed(run, catalog));
  const claims = firstOfEach(
    runs.flatMap(claimsOf),
    ({ subject, property }) => `${subject} ${property}`,
  );
  const scores = firstOfEach(
    runs.flatMap(scoresOf),
    ({ model, benchmark, source }) => `${model} ${benchmark} ${source.ref}`,
  );
  if (claims.length === 0 && scores.length === 0) return catalog;
  const laid = withClaims(catalog, claims, identify);
  /** Every route is one of the catalog. */
  if (!laid.ok) throw new Error("own evidence about a route that is not there");
  const ofModel = groupBy(scores, ({ model }) => model);
  const suites = firstOfEach(
    runs.flatMap((run) => (scoresOf(run).length === 0 ? [] : [suiteOf(run)])),
    ({ id }) => id,
  );
  return {
    ...laid.value,
    hash: `${catalog.hash}~${digestOf([...claims, ...scores])}`,
    benchmarks: sortedById([...catalog.benchmarks, ...suites]),
    scoresOf: (model) => [...(ofModel.get(model) ?? []), ...catalog.scoresOf(model)],
  };
}

/** The benchmark that a suite is. */
function ownBenchmarkId(suite: string): string {
  const plain = suite
    .toLowerCase()
    .replace(/[^a-z0-9]+/g, "-")
    .replace(/^-+|-+$/g, "");
  return `${ownPrefix}${plain || "suite"}`;
}

const ownPrefix = "own-";

/** Whether it is a suite of the team's own, by its id. */
export function isOwnBenchmark(id: string): boolean {
  return id.startsWith(ownPrefix);
}

/** An endpoint with the route that it stands for. */
type PlacedEndpoint = EndpointEvidence & { readonly entry: RouteEntry };

interface PlacedRun extends Omit<RunEvidence, "endpoints"> {
  readonly endpoints: readonly PlacedEndpoint[];
  readonly source: Source;
}

function placed(run: RunEvidence, { routes }: Catalog): PlacedRun {
  return {
    ...run,
    source: sourceOf(run),
    endpoints: run.endpoints.flatMap((endpoint) => {
      const named = endpoint.route?.toLowerCase();
      const entry = routes.find(({ id }) => id.toLowerCase() === named);
      return entry === undefined ? [] : [{ ...endpoint, entry }];
    }),
  };
}

function sourceOf({ kind, run, suite, measuredOn }: RunEvidence): Source {
  return {
    name: kind === "probe" ? "your probe" : `your run of ${suite}`,
    ref: run,
    kind: "own-evidence",
    observedOn: measuredOn,
    confidence: "high",
    lineage: `run ${run}`,
  };
}

function claimsOf({ endpoints, source }: PlacedRun): readonly Claim[] {
  return endpoints.flatMap(({ entry, found }) =>
    found.map(({ property, value, note }): Claim => {
      const subject = `route:${entry.id}` as const;
      return { subject, property, value, note, source };
    }),
  );
}

function scoresOf(run: PlacedRun): readonly Score[] {
  return run.endpoints.flatMap(({ endpoint, entry, quality, outputTokens }) =>
    quality === null
      ? []
      : [
          {
            model: entry.model,
            benchmark: ownBenchmarkId(run.suite),
            setting: `at ${entry.id}`,
            score: rounded(100 * quality.share),
            items: quality.prompts,
            reporter: "your own run",
            source: run.source,
            paired: pairedOf(endpoint, run),
            ...(outputTokens === null ? {} : { outputTokens }),
          },
        ],
  );
}

/** The pairs of a run that an endpoint is in, as seen from it. */
function pairedOf(endpoint: string, { endpoints, pairs }: PlacedRun): readonly PairedScore[] {
  const modelOf = new Map(endpoints.map((each) => [each.endpoint, each.entry.model]));
  return pairs.flatMap((pair) => {
    const other = otherOf(pair, endpoint);
    const model = other === undefined ? undefined : modelOf.get(other);
    const { difference, standardError, label, prompts: items } = pair;
    if (model === undefined || standardError === null || standardError === 0) return [];
    if (label === "unknown-n") return [];
    const sign = pair.b === endpoint ? 1 : -1;
    const deltaPoints = rounded(sign * 100 * difference);
    return [{ model, deltaPoints, standardErrorPoints: 100 * standardError, items, label }];
  });
}

function otherOf({ a, b }: PairEvidence, endpoint: string): string | undefined {
  if (a === endpoint) return b;
  return b === endpoint ? a : undefined;
}

function suiteOf({ suite, task, source, endpoints }: PlacedRun): Benchmark {
  const quality = endpoints.find((each) => each.quality !== null)?.quality;
  const own = {
    id: ownBenchmarkId(suite),
    name: `your suite ${suite}`,
    aliases: [],
    category: "own",
    group: "static",
    measures: "your own prompts",
    items: quality?.prompts ?? 0,
    variants: [],
    metric: `share passed, by ${quality?.grader ?? "your grader"}`,
    status: "active",
    source,
    isOwn: true,
  } as const;
  return task === null ? own : { ...own, task };
}

/** Without the dust of binary fractions. */
const rounded = (points: number): number => Math.round(points * 1e9) / 1e9;

function firstOfEach<T>(all: readonly T[], keyOf: (each: T) => string): readonly T[] {
  return [...groupBy(all, keyOf).values()].flatMap(([first]) => first ?? []);
}
