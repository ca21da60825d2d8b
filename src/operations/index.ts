/** Everything the product can do, by name. An operation is loaded when it is asked for. */
export const operations = {
  compare: async () => (await import("./compare.ts")).compare,
  find: async () => (await import("./find.ts")).find,
  switch: async () => (await import("./switch.ts")).switchModel,
  cost: async () => (await import("./cost.ts")).cost,
  size: async () => (await import("./size.ts")).size,
  scan: async () => (await import("./scan.ts")).scan,
  gap: async () => (await import("./gap.ts")).gap,
  paired: async () => (await import("./paired.ts")).paired,
  runs: async () => (await import("./runs.ts")).runs,
  run: async () => (await import("./run.ts")).run,
  identify: async () => (await import("./identify.ts")).identify,
  explain: async () => (await import("./explain.ts")).explain,
  decide: async () => (await import("./decide.ts")).decide,
  changes: async () => (await import("./changes.ts")).changes,
  evidence: async () => (await import("./evidence.ts")).evidence,
  search: async () => (await import("./search.ts")).search,
  model: async () => (await import("./model.ts")).model,
  models: async () => (await import("./models.ts")).models,
  routes: async () => (await import("./routes.ts")).routes,
  provider: async () => (await import("./provider.ts")).provider,
  providers: async () => (await import("./providers.ts")).providers,
  benchmark: async () => (await import("./benchmark.ts")).benchmark,
  benchmarks: async () => (await import("./benchmarks.ts")).benchmarks,
  method: async () => (await import("./method.ts")).method,
} as const;

/** `compare`, `find`, …: the command, the REST path below `/v1` and the tool of an agent. */
export type OperationName = keyof typeof operations;

/** All of them, in the order of the table of contents. */
export const operationNames: readonly OperationName[] = Object.keys(operations).filter(isOperation);

/** Whether an operation has this name. */
export function isOperation(name: string): name is OperationName {
  return Object.hasOwn(operations, name);
}
