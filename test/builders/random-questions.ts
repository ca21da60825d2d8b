import fc from "fast-check";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { isOperation, type OperationName } from "../../src/operations/index.ts";

import { smallRun } from "./small-runs.ts";

export interface Question {
  readonly operation: OperationName;
  readonly input: Readonly<Record<string, unknown>>;
}

type Fields = fc.Arbitrary<Readonly<Record<string, unknown>>>;

/** Questions about what a catalog holds, by chance and the same in every run: so many for each operation that only answers. */
export function randomQuestions(catalog: Catalog, each: number): readonly Question[] {
  return Object.entries(fieldsOf(catalog)).flatMap(([operation, fields]) =>
    isOperation(operation)
      ? fc.sample(fields, { seed: 20261121, numRuns: each }).map((input) => ({ operation, input }))
      : [],
  );
}

const count = fc.integer({ min: 1, max: 50 });
const day = fc.constantFrom("2026-08-01", "2026-10-15", "2026-11-21", "2027-02-01");
const words = fc.constantFrom("gpt", "sonnet 4", "qwne", "open", "mini", "code", "zzz");
const millions = fc.integer({ min: 1, max: 2000 }).map((each) => `${each}M`);
const score = fc.double({ min: 0, max: 100, noNaN: true });
const outcomes = fc.array(fc.constantFrom(0, 0.5, 1), { minLength: 1, maxLength: 30 });
const constraint = fc.constantFrom(
  ...["tools", "vision", "context>=200k", "output>=8k", "max-monthly=500", "commercial-use"],
  ...["provider!=openrouter", "license-class=permissive", "region=eu", "zero-retention"],
);

/** Every field but the first few may be left out. */
const some = (
  needed: Readonly<Record<string, fc.Arbitrary<unknown>>>,
  more: Readonly<Record<string, fc.Arbitrary<unknown>>> = {},
): Fields => fc.record({ ...needed, ...more }, { requiredKeys: Object.keys(needed) });

function fieldsOf(catalog: Catalog): Readonly<Record<Exclude<OperationName, "decide">, Fields>> {
  const { models, routes, providers, benchmarks, aliases } = catalog;
  const alias = fc.constantFrom(...aliases.keys());
  const anyModel = fc.oneof(
    fc.constantFrom(...models.flatMap(({ id, name }) => [id, name])),
    alias,
  );
  const openModel = fc.oneof(
    fc.constantFrom("qwen3.5-9b", "gpt-oss-120b", "deepseek-v3.2", "gemma-4-31b"),
    anyModel,
  );
  const anyProvider = fc.constantFrom(...providers.map(({ id }) => id));
  const route = fc.constantFrom(...routes.map(({ id }) => id));
  const benchmark = fc.constantFrom(...benchmarks.map(({ id }) => id));
  const several = (atLeast: number) =>
    fc.uniqueArray(anyModel, { minLength: atLeast, maxLength: 4 });
  const traffic = some({ inputTokens: millions, outputTokens: millions }, { requests: millions });
  const musts = fc.uniqueArray(constraint, { maxLength: 3 });
  const task = fc.constantFrom("rag", "coding-agent", "nothing-we-do");
  const terms = { traffic, constraints: musts, asOf: day };
  return {
    compare: some({ models: several(2) }, { ...terms, task, tau: fc.integer({ min: 0, max: 9 }) }),
    find: some({ models: several(1) }, { ...terms, task }),
    switch: some({ from: anyModel, to: anyModel }, { ...terms, fallback: fc.boolean() }),
    cost: fc.oneof(
      some({ models: several(1) }, { traffic, asOf: day }),
      some({ routes: fc.uniqueArray(route, { minLength: 1, maxLength: 3 }) }, { traffic }),
    ),
    size: some(
      { model: openModel },
      {
        gpu: fc.constantFrom("a10g", "H100", "rtx 4090", "m2-ultra", "h1000"),
        precision: fc.constantFrom("bf16", "int4", "8.5", "q4_k_m"),
        contextTokens: fc.constantFrom(1024, "8k", "128k"),
        replicas: fc.integer({ min: 1, max: 3 }),
        against: several(1),
      },
    ),
    scan: some({
      code: fc
        .array(anyModel, { maxLength: 5 })
        .map((named) => [
          { file: "src/answer.ts", text: named.map((each) => `ask("${each}");`).join("\n") },
        ]),
    }),
    gap: some(
      {
        scoreA: score,
        scoreB: score,
        group: fc.constantFrom("static", "reasoning", "agentic"),
        comparability: fc.constantFrom("same-run", "same-table", "cross-source", "mismatch"),
      },
      { items: fc.integer({ min: 1, max: 20_000 }), repeats: count },
    ),
    paired: some({ a: outcomes, b: outcomes }, { margin: fc.constantFrom(0, 0.02, 0.1) }),
    runs: some({}),
    run: some({ run: fc.constantFrom(smallRun, "nobody") }),
    identify: some({ names: fc.array(fc.oneof(anyModel, words), { minLength: 1, maxLength: 5 }) }),
    explain: some(
      { subject: fc.oneof(anyModel, route) },
      { property: fc.constantFrom("price.input", "model.release_date"), asOf: day },
    ),
    changes: some({ from: day }, { to: day, models: several(1), limit: count }),
    evidence: some({}, { asOf: day }),
    search: some({ text: fc.oneof(anyModel, words) }, { limit: count }),
    model: some({ name: anyModel }, { traffic, asOf: day }),
    models: some({}, { search: words, limit: count, asOf: day }),
    routes: some({ limit: count }, { model: anyModel, provider: anyProvider, asOf: day }),
    provider: some({ id: anyProvider }, { traffic, asOf: day }),
    providers: some({}, { search: words, limit: count }),
    benchmark: some({ id: benchmark }),
    benchmarks: some({}, { search: words, limit: count }),
    method: some({}),
  };
}
