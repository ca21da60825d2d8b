import type { Outcome } from "../../core/problems/problem.ts";
import type { Workload } from "../../core/workload/workload.ts";
import { shapeProblems } from "../../files/shape-problems.ts";
import { parseYamlText } from "../../files/yaml-text.ts";
import { WorkloadSchema } from "./workload-schema.ts";

/**
 * Reads `steelyard.yaml`. Whether its models and benchmarks exist is seen when the catalog is open.
 *
 * @param file what to call it in a problem
 */
export function parseWorkload(text: string, file: string): Outcome<Workload> {
  const yaml = parseYamlText(text, file);
  if (!yaml.ok) return yaml;
  const read = WorkloadSchema.safeParse(yaml.value.value ?? {});
  if (!read.success) {
    const fields = `${file} takes ${Object.keys(WorkloadSchema.shape).join(", ")}`;
    const [problem] = shapeProblems(read.error, { file, yaml: yaml.value, fields });
    if (problem === undefined) throw read.error;
    return { ok: false, problem };
  }
  const { candidates = [], constraints = [], benchmarks = {}, ...rest } = read.data;
  return {
    ok: true,
    value: { ...withoutGaps(rest), file, candidates, constraints, benchmarks: chosen(benchmarks) },
  };
}

type Read = Pick<Workload, "current" | "traffic" | "task" | "failedTaskUsd">;

function withoutGaps({ current, traffic, task, failedTaskUsd }: Gapped<Read>): Read {
  return {
    ...(current === undefined ? {} : { current }),
    ...(traffic === undefined ? {} : { traffic }),
    ...(task === undefined ? {} : { task }),
    ...(failedTaskUsd === undefined ? {} : { failedTaskUsd }),
  };
}

type Gapped<T> = { readonly [K in keyof T]: T[K] | undefined };

function chosen(benchmarks: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(benchmarks).flatMap(([skill, id]) => (id === undefined ? [] : [[skill, id]])),
  );
}
