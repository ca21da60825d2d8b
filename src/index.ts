/** Everything: the pure part, the operations, and what they need of a real machine. */

export * from "./core/index.ts";
export { buildDeps } from "./deps.ts";
export { isOperation, type OperationName, operationNames, operations } from "./operations/index.ts";
export type { Answer, Deps, ReportOptions } from "./operations/operation.ts";
export { openCatalog } from "./store/compiled-catalog.ts";
export { openSnapshot } from "./store/open-snapshot.ts";
