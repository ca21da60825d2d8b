import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { defaultTraffic, type TrafficProfile } from "../core/cost/traffic.ts";
import { TrafficInput } from "../core/cost/traffic-input.ts";
import type { Outcome } from "../core/problems/problem.ts";
import type { IsoDate, Points, Usd } from "../core/units.ts";
import { type Constraint, parseConstraint } from "../core/verdict/constraints.ts";
import { type Skill, skills } from "../core/verdict/skills.ts";
import { skillsThatCount, taskById, taskIds } from "../core/verdict/tasks.ts";
import type { Workload } from "../core/workload/workload.ts";
import { AsOf, Constraints, Facts, WorkloadFile } from "./inputs.ts";
import { knownId } from "./listing.ts";
import type { Deps } from "./operation.ts";

/** Fields of every question about a team's own work. What they leave out `steelyard.yaml` may say. */
export const termsInput = {
  traffic: TrafficInput.optional(),
  constraints: Constraints.optional(),
  task: z
    .enum(taskIds, { error: `Expected one of ${taskIds.join(", ")}` })
    .optional()
    .describe("The kind of work; every skill counts when absent."),
  benchmarks: z
    .partialRecord(
      z.enum(skills.map(({ id }) => id)),
      z.string({ error: "Expected the id of a benchmark" }).min(1).max(200),
      { error: "Expected benchmarks by skill, such as { coding: livecodebench }" },
    )
    .optional()
    .describe("The benchmark that counts for a skill, in place of the usual ones."),
  failedTaskUsd: z
    .number({ error: "Expected US dollars, such as 0.5" })
    .positive({ error: "Expected more than 0 US dollars" })
    .max(1e9, { error: "Expected at most 1,000,000,000 US dollars" })
    .optional()
    .describe("What one failed task costs you."),
  tau: z
    .number({ error: "Expected points from 0 to 100" })
    .min(0, { error: "Expected points from 0 to 100" })
    .max(100, { error: "Expected points from 0 to 100" })
    .optional()
    .describe("Spread of set-ups in points, instead of the default of each kind of test."),
  workload: WorkloadFile.optional().describe(
    "File of the team's work; steelyard.yaml where it lies, `none` leaves it out.",
  ),
  asOf: AsOf.optional(),
  askedOn: AsOf.optional().describe("The day staleness counts from; today when absent."),
  facts: Facts.optional(),
} as const;

interface Asked {
  readonly traffic?: TrafficProfile | undefined;
  readonly constraints?: readonly string[] | undefined;
  readonly task?: string | undefined;
  readonly benchmarks?: Readonly<Partial<Record<string, string>>> | undefined;
  readonly failedTaskUsd?: Usd | undefined;
  readonly tau?: Points | undefined;
  readonly workload?: string | undefined;
  readonly asOf?: IsoDate | undefined;
  readonly askedOn?: IsoDate | undefined;
  readonly facts?: readonly string[] | undefined;
}

/** The question as it stands when the file of the team's work has been read. */
export interface AskedTerms {
  readonly catalog: Catalog;
  readonly workload: Workload | undefined;
  readonly traffic: TrafficProfile;
  readonly constraints: readonly Constraint[];
  readonly task: string | undefined;
  /** Chosen for a skill in place of the usual ones. */
  readonly benchmarks: Readonly<Record<string, string>>;
  /** Of published tests; suites of the team's own come beside them. */
  readonly skills: readonly Skill[];
  readonly failedTaskUsd: Usd | undefined;
  readonly tauPoints: Points | undefined;
  readonly asOf: IsoDate;
  readonly askedOn: IsoDate;
}

/** What is asked wins over the file, field by field; constraints of both must hold. */
export async function termsOf(asked: Asked, deps: Deps): Promise<Outcome<AskedTerms>> {
  const read = await deps.workload(asked.workload);
  if (!read.ok) return read;
  const workload = read.value;
  const texts = [...(workload?.constraints ?? []), ...(asked.constraints ?? [])];
  const constraints = readConstraints([...new Set(texts)]);
  if (!constraints.ok) return constraints;
  const opened = await deps.catalog(asked.facts ?? []);
  if (!opened.ok) return opened;
  const catalog = opened.value;
  const named = checkNames(constraints.value, catalog);
  if (!named.ok) return named;
  const task = asked.task ?? workload?.task;
  const benchmarks = chosenBenchmarks(asked, workload);
  for (const benchmark of Object.values(benchmarks)) {
    const ids = catalog.benchmarks.map(({ id }) => id);
    const known = knownId(benchmark, "benchmark", ids);
    if (!known.ok) return known;
  }
  const today = deps.today();
  const asOf = asked.asOf ?? today;
  return {
    ok: true,
    value: {
      catalog,
      workload,
      traffic: inRegion(asked.traffic ?? workload?.traffic ?? defaultTraffic, constraints.value),
      constraints: constraints.value,
      task,
      benchmarks,
      skills: skillsThatCount(task === undefined ? undefined : taskById(task), benchmarks),
      failedTaskUsd: asked.failedTaskUsd ?? workload?.failedTaskUsd,
      tauPoints: asked.tau,
      asOf,
      askedOn: asked.askedOn ?? (asOf > today ? asOf : today),
    },
  };
}

/** A misspelt name must not let through what was meant to be refused. */
function checkNames(constraints: readonly Constraint[], catalog: Catalog): Outcome<true> {
  const known = {
    provider: () => catalog.providers.map(({ id }) => id),
    maker: () => catalog.models.map(({ maker }) => maker),
  } as const;
  for (const { text } of constraints) {
    const [, what, names = ""] = /^(provider|maker)\s*!?=(.+)$/.exec(text) ?? [];
    if (what !== "provider" && what !== "maker") continue;
    for (const name of names.split(",").map((each) => each.trim())) {
      const found = knownId(name, what, known[what]());
      if (!found.ok) return found;
    }
  }
  return { ok: true, value: true };
}

/** Who must stay in a region pays what is asked there. Of several nobody knows which it will be. */
function inRegion(traffic: TrafficProfile, constraints: readonly Constraint[]): TrafficProfile {
  if (traffic.region !== undefined) return traffic;
  const regions = constraints.flatMap(
    ({ text }) => /^region\s*=\s*([^,\s]+)$/.exec(text)?.[1] ?? [],
  );
  const [region, ...others] = new Set(regions);
  return region === undefined || others.length > 0 ? traffic : { ...traffic, region };
}

/** Those of the file speak for its own kind of work, not for another that was asked. */
function chosenBenchmarks(
  { task, benchmarks }: Asked,
  workload: Workload | undefined,
): Readonly<Record<string, string>> {
  const given = benchmarks ?? (task === undefined ? (workload?.benchmarks ?? {}) : {});
  return Object.fromEntries(
    Object.entries(given).flatMap(([skill, id]) => (id === undefined ? [] : [[skill, id]])),
  );
}

function readConstraints(texts: readonly string[]): Outcome<readonly Constraint[]> {
  const parsed: Constraint[] = [];
  for (const text of texts) {
    const constraint = parseConstraint(text);
    if (!constraint.ok) return constraint;
    parsed.push(constraint.value);
  }
  return { ok: true, value: parsed };
}
