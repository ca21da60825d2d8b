import { addressOf } from "../../../core/catalog/page-address.ts";
import type { BenchmarkOverview } from "../../../core/overview/benchmark-overview.ts";
import type { ModelOverview } from "../../../core/overview/model-overview.ts";
import type { ProviderOverview } from "../../../core/overview/provider-overview.ts";
import type { Outcome } from "../../../core/problems/problem.ts";
import { type StructuredData, scoresData } from "../../../core/report/structured-data.ts";
import { benchmark } from "../../../operations/benchmark.ts";
import { model } from "../../../operations/model.ts";
import type { Answer, Deps } from "../../../operations/operation.ts";
import { provider } from "../../../operations/provider.ts";
import { type PageAnswer, type PageRule, refused, shown } from "../page.ts";
import { documentPage } from "./document-page.ts";

/** Everything held of one model, by any of its names. */
export const modelPage: PageRule = async ({ parts }, deps) => {
  const name = `${parts["maker"]}/${parts["model"]}`;
  const idOf = ({ model: { id } }: ModelOverview) => id;
  return overviewPage(await model.answer({ name }, deps), deps, { kind: "model", name, idOf });
};

export const providerPage: PageRule = async ({ parts: { id: name = "" } }, deps) => {
  const idOf = ({ provider: { id } }: ProviderOverview) => id;
  const answer = await provider.answer({ id: name }, deps);
  return overviewPage(answer, deps, { kind: "provider", name, idOf });
};

export const benchmarkPage: PageRule = async ({ parts: { id: name = "" } }, deps) => {
  const idOf = ({ benchmark: { id } }: BenchmarkOverview) => id;
  const answer = await benchmark.answer({ id: name }, deps);
  return overviewPage(answer, deps, {
    ...{ kind: "benchmark", name, idOf },
    structuredOf: (overview) => [scoresData(overview)],
  });
};

interface Asked<Overview> {
  readonly kind: "model" | "provider" | "benchmark";
  readonly name: string;
  readonly idOf: (overview: Overview) => string;
  readonly structuredOf?: (overview: Overview) => readonly StructuredData[];
}

/** The page of one thing, at its one address. */
async function overviewPage<Overview>(
  answer: Outcome<Answer<Overview>>,
  deps: Deps,
  { kind, name, idOf, structuredOf }: Asked<Overview>,
): Promise<PageAnswer> {
  if (!answer.ok) return refused(answer.problem);
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return refused(catalog.problem);
  const { value, report } = answer.value;
  const id = idOf(value);
  const address = addressOf(catalog.value, { kind, id });
  if (address === undefined) throw new Error(`${id} was found and has no page.`);
  if (id !== name) return { kind: "moved", address, isForNow: false };
  const document = report({ brief: false, withSources: false, isWhole: true });
  const structured = structuredOf?.(value);
  return shown(documentPage(document, { kind, address, catalog: catalog.value, structured }));
}
