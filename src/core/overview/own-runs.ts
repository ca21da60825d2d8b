import type { Catalog } from "../catalog/catalog.ts";
import type { FoundValue, RunEvidence } from "../runs/run-evidence.ts";
import type { IsoDate, Points, Ratio } from "../units.ts";

/** A run of a suite, and which models it speaks of. */
export interface OwnRun {
  readonly run: string;
  readonly suite: string;
  readonly task: string | null;
  readonly measuredOn: IsoDate;
  readonly endpoints: readonly OwnEndpoint[];
  readonly pairs: readonly {
    readonly a: string;
    readonly b: string;
    readonly prompts: number;
    readonly deltaPoints: Points;
    readonly label: string;
  }[];
}

/** An endpoint that was probed. */
export interface OwnProbe extends OwnEndpoint {
  readonly run: string;
  readonly measuredOn: IsoDate;
}

export interface OwnEndpoint {
  readonly endpoint: string;
  /** As it was asked for. */
  readonly name: string;
  readonly route: string | null;
  /** The model of the catalog that it counts for; null: for none. */
  readonly model: string | null;
  readonly modelName: string | null;
  /** Share passed. */
  readonly share: Ratio | null;
  readonly prompts: number | null;
  readonly found: readonly FoundValue[];
}

/** What was measured, with the models of a catalog that it counts for. */
export function ownRuns(
  evidence: readonly RunEvidence[],
  catalog: Catalog,
): { readonly runs: readonly OwnRun[]; readonly probes: readonly OwnProbe[] } {
  const modelOf = new Map(catalog.routes.map(({ id, model }) => [id.toLowerCase(), model]));
  const nameOf = new Map(catalog.models.map(({ id, name }) => [id, name]));
  const endpointsOf = ({ endpoints }: RunEvidence) =>
    endpoints.map(({ endpoint, model: name, route, quality, found }): OwnEndpoint => {
      const model = (route === null ? undefined : modelOf.get(route.toLowerCase())) ?? null;
      return {
        ...{ endpoint, name, route, model, found },
        modelName: model === null ? null : (nameOf.get(model) ?? null),
        share: quality?.share ?? null,
        prompts: quality?.prompts ?? null,
      };
    });
  return {
    runs: evidence
      .filter(({ kind }) => kind === "suite")
      .map((each) => ({
        run: each.run,
        suite: each.suite,
        task: each.task,
        measuredOn: each.measuredOn,
        endpoints: endpointsOf(each),
        pairs: each.pairs.map(({ a, b, prompts, difference, label }) => ({
          ...{ a, b, prompts, label },
          deltaPoints: Math.round(difference * 1e11) / 1e9,
        })),
      })),
    probes: evidence
      .filter(({ kind }) => kind === "probe")
      .flatMap((each) =>
        endpointsOf(each).map((endpoint) => ({
          ...{ run: each.run, measuredOn: each.measuredOn },
          ...endpoint,
        })),
      ),
  };
}
