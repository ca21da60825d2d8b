import { closestNames } from "../../core/identity/closest-names.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { operationNames } from "../../operations/index.ts";

const closestOperations = closestNames(operationNames.map((id) => ({ id, words: id })));

/** No such path: below `/v1` an operation was meant. */
export function notFound(path: string): Problem {
  const [, operation] = /^\/v1\/(.+)$/.exec(path) ?? [];
  if (operation === undefined) return { code: "not-found", what: "page", asked: path, closest: [] };
  const closest = closestOperations(operation.toLowerCase(), 3);
  return { code: "not-found", what: "operation", asked: operation, closest };
}
