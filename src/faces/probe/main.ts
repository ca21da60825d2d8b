import { randomBytes, randomInt } from "node:crypto";
import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import {
  type CatalogValue,
  catalogValues,
  disagreements,
} from "../../core/probes/catalog-values.ts";
import { type PlannedProbes, plannedProbes } from "../../core/probes/planned-probes.ts";
import { probeClaims } from "../../core/probes/probe-claims.ts";
import { probeEvidence } from "../../core/probes/probe-evidence.ts";
import { probeReport } from "../../core/probes/probe-report.ts";
import type { ProbeSettings } from "../../core/probes/probe-settings.ts";
import { probeIds } from "../../core/probes/probes.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import type { Document } from "../../core/report/document.ts";
import { jsonText } from "../../core/report/json-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { probeDocument } from "../../core/report/probe-document.ts";
import {
  probePlanDocument,
  probePlanSentence,
  probeProgressText,
} from "../../core/report/probe-plan-document.ts";
import { type ProgressOutput, progressLine } from "../../core/report/progress-line.ts";
import { documentToText } from "../../core/report/text.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { endpointPrices, type UsdOf } from "../../core/runs/endpoint-prices.ts";
import type { Run } from "../../core/runs/run.ts";
import type { RunStore } from "../../core/runs/run-store.ts";
import { RunStoreFailure } from "../../core/runs/run-store-failure.ts";
import { systemClock } from "../../measure/exchange/clock.ts";
import { endpointAccess } from "../../measure/exchange/endpoint-access.ts";
import { declaredContext } from "../../measure/probes/declared-context.ts";
import { plannedRequests } from "../../measure/probes/planned-requests.ts";
import { bookIn, noBook } from "../../measure/probes/probe-book.ts";
import { probeEndpoint } from "../../measure/probes/probe-session.ts";
import { probedEndpoint, probeRunId } from "../../measure/probes/probed-endpoint.ts";
import { interruptions } from "../../measure/runner/interruptions.ts";
import type { Deps } from "../../operations/operation.ts";
import { openRunStore } from "../../store/runs/open-run-store.ts";
import { storePlace, usualStore } from "../../store/runs/store-place.ts";
import { type ProbeFields, parseProbe } from "./probe-options.ts";

/** What a process gives a session of probes. */
export interface ProbeIo {
  readonly stdout: ProgressOutput & { readonly columns?: number | undefined };
  readonly stderr: ProgressOutput;
}

/** Finds out what an endpoint does and prints it; what does not work is no failure. */
export async function probe(
  fields: Readonly<Record<string, unknown>>,
  io: ProbeIo,
  deps: Deps,
): Promise<Outcome<number>> {
  const asked = parseProbe(fields);
  if (!asked.ok) return asked;
  const prepared = await prepare(asked.value, deps);
  if (!prepared.ok) return prepared;
  const { plan } = prepared.value;
  if (asked.value.dryRun) {
    const document = probePlanDocument(plan, asked.value.model);
    io.stdout.write(printed(plan, document, asked.value, io));
    return { ok: true, value: 0 };
  }
  const store = await storeFor(asked.value);
  if (!store.ok) return store;
  try {
    return await probed(prepared.value, asked.value, io, store.value);
  } catch (cause) {
    if (cause instanceof RunStoreFailure) return { ok: false, problem: cause.problem };
    throw cause;
  } finally {
    await store.value?.store.close();
  }
}

interface Prepared {
  readonly endpoint: Endpoint;
  readonly settings: ProbeSettings;
  readonly seed: number;
  readonly plan: PlannedProbes;
  readonly usdOf: UsdOf;
  readonly catalog: readonly CatalogValue[];
}

/** What is known before anything is sent but a question for the list of models. */
async function prepare(asked: ProbeFields, deps: Deps): Promise<Outcome<Prepared>> {
  const endpoint = probedEndpoint(asked);
  const access = endpointAccess(endpoint, process.env);
  if (!access.ok) return isOnlyOpen(asked) ? refusedAsOpen : access;
  const catalog = await deps.catalog(asked.facts);
  if (!catalog.ok) return catalog;
  const prices = endpointPrices([endpoint], catalog.value, deps.today());
  if (!prices.ok) return prices;
  const values =
    asked.route === undefined ? [] : catalogValues(catalog.value, asked.route, deps.today());
  const listed = values.flatMap(({ property, value, sources }) =>
    property === "limit.context" && typeof value === "number"
      ? [{ tokens: value, by: sources.join(", ") }]
      : [],
  );
  const own = asked.dryRun ? [] : await declaredContext(endpoint, process.env);
  const { only = probeIds, repetitions, contextTokens } = asked;
  const settings: ProbeSettings = {
    ...{ trials: repetitions, contextTokens, declared: [...own, ...listed] },
    probes: probeIds.filter((id) => id === "answers" || only.includes(id)),
  };
  const seed = randomInt(1, 1_000_000);
  const requests = plannedRequests({ endpoint, settings, seed });
  const { schedules, usdOf } = prices.value;
  const plan = plannedProbes(settings.probes, requests, schedules.get(endpoint.id));
  if (asked.maxUsd !== undefined && plan.total.usd === null) {
    const expected = "A route with known prices beside it: `--route`, or a file of `--facts`";
    return { ok: false, problem: { code: "invalid-input", where: "maxUsd", expected } };
  }
  return { ok: true, value: { endpoint, settings, seed, plan, usdOf, catalog: values } };
}

const refusedAsOpen: Outcome<never> = {
  ok: false,
  problem: {
    code: "invalid-input",
    where: "url",
    expected: "An address of https; `--insecure` lets key and prompts go unprotected",
  },
};

/** Nothing is wrong with it but that anybody on the way could read what is sent. */
function isOnlyOpen(asked: ProbeFields): boolean {
  return endpointAccess(probedEndpoint({ ...asked, insecure: true }), process.env).ok;
}

interface Kept {
  readonly store: RunStore;
  readonly where: string;
}

async function storeFor(asked: ProbeFields): Promise<Outcome<Kept | undefined>> {
  if (!asked.save) return { ok: true, value: undefined };
  const where = storePlace(asked.store);
  if (where === usualStore) await mkdir(dirname(usualStore), { recursive: true });
  const store = await openRunStore(where, "measure");
  /** A connection string holds a password. */
  const shown = /^postgres/i.test(where) ? "the store" : where;
  return store.ok ? { ok: true, value: { store: store.value, where: shown } } : store;
}

async function probed(
  { endpoint, settings, seed, plan, usdOf, catalog }: Prepared,
  asked: ProbeFields,
  io: ProbeIo,
  kept: Kept | undefined,
): Promise<Outcome<number>> {
  const run: Run = {
    id: probeRunId(endpoint, randomBytes(5).toString("hex")),
    createdAt: new Date(systemClock.epochMs()).toISOString(),
    ...{ kind: "probe", suite: "probes", suiteHash: null, seed, repetitions: settings.trials },
    ...{ endpoints: [endpoint], settings: { ...settings } },
  };
  io.stderr.write(`${probePlanSentence(plan)}\n`);
  const progress = progressLine(io.stderr);
  const signals = interruptions();
  let done = 0;
  try {
    const { maxRequests: requests, maxUsd: usd, concurrency } = asked;
    const session = await probeEndpoint({
      ...{ endpoint, settings, seed, concurrency, usdOf, dearestUsd: plan.dearestUsd },
      limits: {
        ...(requests === undefined ? {} : { requests }),
        ...(usd === undefined ? {} : { usd }),
      },
      ...{ environment: process.env, stopping: signals.stopping, giveUp: signals.giveUp },
      book: kept === undefined ? noBook : await bookIn(kept.store, run),
      onResult: () => {
        done += 1;
        if (progress.isTerminal || done % 50 === 0) {
          progress.write(probeProgressText(done, plan.total.requests));
        }
      },
    });
    progress.end();
    if (!session.ok) {
      await kept?.store.deleteRun(run.id);
      return session;
    }
    const { results, end } = session.value;
    const report = probeReport(run, results, end);
    if (report === undefined) throw new Error("A session of probes is none.");
    const claims = probeClaims(report);
    /** What ended early has said less than it would. */
    if (end.kind === "complete") await kept?.store.keepEvidence(probeEvidence(report));
    const keptIn = kept?.where ?? null;
    const answer = { ...report, claims, catalog, disagreements: disagreements(claims, catalog) };
    io.stdout.write(printed(answer, probeDocument(report, { catalog, keptIn }), asked, io));
    return { ok: true, value: 0 };
  } finally {
    signals.end();
  }
}

const usualWidth = 80;

function printed(
  answer: unknown,
  document: Document,
  { format }: ProbeFields,
  { stdout }: ProbeIo,
): string {
  switch (format) {
    case "json":
      return jsonText(answer);
    case "markdown":
      return documentToMarkdown(document);
    case "text":
      return documentToText(document, { width: stdout.columns ?? usualWidth });
  }
}
