import type { TestProject } from "vitest/node";
import { startPostgres } from "./postgres-cluster.ts";

declare module "vitest" {
  interface ProvidedContext {
    readonly postgres: string;
  }
}

/** One server for all files of tests; each store is a schema of its own. */
export default function share(project: TestProject): () => void {
  const cluster = startPostgres();
  project.provide("postgres", cluster.connectionString);
  return cluster.stop;
}
