import { properties } from "../../core/catalog/property.ts";
import type { Problem } from "../../core/problems/problem.ts";
import { fileProblem } from "../../files/shape-problems.ts";
import { readPropertyValue } from "../property-value.ts";
import type { Page, Pages } from "./authored-files.ts";
import type { ModelFile, ProviderFile } from "./schemas.ts";

/** What no single field can say: lines that name a source, a model or a benchmark that is not there. */
export function checkPages(pages: Pages): readonly Problem[] {
  return [
    ...pages.models.flatMap((page) => modelProblems(page, pages)),
    ...pages.providers.flatMap((page) => providerProblems(page, pages)),
  ];
}

interface Mistake {
  readonly path: readonly PropertyKey[];
  readonly expected: string;
}

function modelProblems(page: Page<ModelFile>, { makers, names }: Pages): readonly Problem[] {
  const { id, content } = page;
  const mistakes: Mistake[] = [];
  const isKnownMaker = makers.some(({ content: list }) =>
    list.some((maker) => maker.id === id.split("/")[0]),
  );
  if (!/^[a-z0-9-]+\/[a-z0-9.-]+$/.test(id) || (makers.length > 0 && !isKnownMaker)) {
    mistakes.push({
      path: [],
      expected: "a path models/<maker>/<model>.yaml of a maker in makers.yaml",
    });
  }
  content.facts.forEach((fact, index) => {
    const at = ["facts", index];
    if (!properties[fact.is].on.some((kind) => kind === "model")) {
      mistakes.push({
        path: [...at, "is"],
        expected: "a property of models; prices belong to routes, in data/providers",
      });
    }
    const read = readPropertyValue(fact.is, { value: fact.value });
    if (!read.ok) mistakes.push({ path: [...at, "value"], expected: read.expected });
  });
  content.scores.forEach(({ benchmark }, index) => {
    if (names.has(`benchmarks/${benchmark}`)) return;
    mistakes.push({
      path: ["scores", index, "benchmark"],
      expected: `a benchmark with a file in data/benchmarks; add data/benchmarks/${benchmark}.yaml first`,
    });
  });
  return problemsOf(page, [
    ...mistakes,
    ...sourceMistakes(content.sources, { facts: content.facts, scores: content.scores }),
  ]);
}

function providerProblems(page: Page<ProviderFile>, { names }: Pages): readonly Problem[] {
  const { content } = page;
  const mistakes: Mistake[] = [];
  const modelOf = new Map<string, string>();
  content.prices.forEach((line, index) => {
    const at = ["prices", index];
    if (!names.has(`models/${line.model}`)) {
      mistakes.push({ path: [...at, "model"], expected: "a model with a file in data/models" });
    }
    if (line.model !== (modelOf.get(line.route) ?? line.model)) {
      mistakes.push({
        path: [...at, "model"],
        expected: `${modelOf.get(line.route)}, as on the other lines of route ${line.route}`,
      });
    }
    modelOf.set(line.route, line.model);
    if (line.from !== undefined && line.until !== undefined && line.from >= line.until) {
      mistakes.push({ path: [...at, "until"], expected: `a day after ${line.from}` });
    }
    if (line.upTo !== undefined && line.above !== undefined && line.above >= line.upTo) {
      mistakes.push({ path: [...at, "upTo"], expected: `more than ${line.above} tokens` });
    }
  });
  content.ends.forEach(({ route }, index) => {
    if (modelOf.has(route)) return;
    const expected = "a route with a line under `prices` of this file";
    mistakes.push({ path: ["ends", index, "route"], expected });
  });
  content.terms.forEach(({ is, value }, index) => {
    const at = ["terms", index];
    if (!is.startsWith("route.")) {
      mistakes.push({
        path: [...at, "is"],
        expected: "a property of routes, such as route.region",
      });
    }
    const read = readPropertyValue(is, { value });
    if (!read.ok) mistakes.push({ path: [...at, "value"], expected: read.expected });
  });
  return problemsOf(page, [
    ...mistakes,
    ...sourceMistakes(content.sources, {
      prices: content.prices,
      ends: content.ends,
      terms: content.terms,
      endpoints: content.endpoints,
    }),
  ]);
}

function sourceMistakes(
  sources: Readonly<Record<string, unknown>>,
  lists: Readonly<Record<string, readonly { readonly source: string }[]>>,
): readonly Mistake[] {
  const keys = Object.keys(sources);
  return Object.entries(lists).flatMap(([list, lines]) =>
    lines.flatMap(({ source }, index) =>
      Object.hasOwn(sources, source)
        ? []
        : [
            {
              path: [list, index, "source"],
              expected: `a key of this file's \`sources\`: ${keys.join(", ") || "there is none yet"}`,
            },
          ],
    ),
  );
}

function problemsOf(page: Page<unknown>, mistakes: readonly Mistake[]): readonly Problem[] {
  return mistakes.map((mistake) => fileProblem({ file: page.file, yaml: page.yaml, ...mistake }));
}
