import { statedMonth } from "../../../core/cost/stated-month.ts";
import { defaultTraffic } from "../../../core/cost/traffic.ts";
import type { Outcome } from "../../../core/problems/problem.ts";
import type { Deps } from "../../../operations/operation.ts";
import { askedInput } from "./asked-query.ts";
import type { Asked } from "./question-form.ts";

/** What an address asks, over what the team wrote down of its work. */
export async function askedBy(query: URLSearchParams, deps: Deps): Promise<Outcome<Asked>> {
  const workload = await deps.workload(undefined);
  if (!workload.ok) return workload;
  const month = statedMonth(workload.value?.traffic ?? defaultTraffic);
  return { ok: true, value: { month, input: askedInput(query, month) } };
}
