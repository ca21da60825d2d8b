import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";
import { describe, expect, test } from "vitest";
import { checkAuthored, readAuthored } from "./read-authored.ts";

const model = `name: Small 4B
family: Small
aliases: [Acme/Small-4B]
sources:
  card: { url: https://acme.example/small, by: Acme, kind: first-party, day: 2026-03-02 }
  copy: { url: https://catalog.example, by: Copy, kind: aggregator, day: 2026-07-02, confidence: low, lineage: models.dev }
facts:
  - { is: limit.context, value: 262144, source: card }
  - { is: model.params_total, value: 870000000, source: copy, note: "as counted" }
scores:
  - { benchmark: quiz, variant: hard, score: 79.1, setting: thinking mode, source: card }
`;

const provider = `name: Acme
kind: first-party
apiShapes: [chat-completions]
knownAs: { genai-prices: [acme-ai] }
sources:
  pricing: { url: "https://acme.example/{route}", by: Acme, kind: first-party, day: 2026-07-15 }
prices:
  - { route: small-4b, model: acme/small-4b, upTo: 272000, input: "0.10", output: "0.4", cacheRead: "0.01", source: pricing }
  - { route: small-4b, model: acme/small-4b, tier: batch, input: "0.05", cacheWrite1h: "0.2", from: 2026-08-01, until: 2027-01-01, confidence: low, note: "promotion", source: pricing }
`;

const benchmark = `name: Quiz
category: knowledge
group: static
measures: questions
variants: [{ label: hard, items: 30 }, { label: live }]
metric: accuracy
status: active
source: { url: https://quiz.example, by: Quiz, kind: benchmark-owner, day: 2026-01-01 }
`;

const sound = {
  "makers.yaml": "- { id: acme, name: Acme Inc., aliases: [acme-ai] }\n",
  "models/acme/small-4b.yaml": model,
  "providers/acme.yaml": provider,
  "benchmarks/quiz.yaml": benchmark,
};

async function folderWith(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "data-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}

async function authored() {
  const outcome = await readAuthored(await folderWith(sound));
  if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
  return outcome.value;
}

describe("the hand-kept catalog", () => {
  test("gives a model its id from its path and its maker's name from the list of makers", async () => {
    expect((await authored()).models).toEqual([
      {
        id: "acme/small-4b",
        name: "Small 4B",
        maker: "acme",
        makerName: "Acme Inc.",
        family: "Small",
        isAuthored: true,
        aliases: ["Acme/Small-4B"],
      },
    ]);
  });

  test("turns each line into claims that know their source and its day", async () => {
    const { claims } = await authored();
    expect(claims[0]).toEqual({
      subject: "model:acme/small-4b",
      property: "limit.context",
      value: 262144,
      source: {
        name: "Acme",
        ref: "https://acme.example/small",
        kind: "first-party",
        observedOn: "2026-03-02",
        confidence: "high",
        lineage: "Acme",
      },
    });
    expect(claims[1]).toMatchObject({
      note: "as counted",
      source: { confidence: "low", lineage: "models.dev" },
    });
  });

  test("makes one claim of each price of a line, under the line's conditions and days", async () => {
    const { claims, routes } = await authored();
    const prices = claims.filter(({ subject }) => subject === "route:acme/small-4b");
    expect(
      prices.map(({ property, value, conditions }) => ({ property, value, conditions })),
    ).toEqual([
      { property: "price.input", value: "0.1", conditions: { maxPromptTokensInclusive: 272000 } },
      { property: "price.output", value: "0.4", conditions: { maxPromptTokensInclusive: 272000 } },
      {
        property: "price.cache_read",
        value: "0.01",
        conditions: { maxPromptTokensInclusive: 272000 },
      },
      { property: "price.input", value: "0.05", conditions: { serviceTier: "batch" } },
      {
        property: "price.cache_write",
        value: "0.2",
        conditions: { serviceTier: "batch", cacheTtl: "1h" },
      },
    ]);
    expect(prices[3]).toMatchObject({
      effectiveFrom: "2026-08-01",
      effectiveTo: "2027-01-01",
      note: "promotion",
      source: { ref: "https://acme.example/small-4b", confidence: "low" },
    });
    expect(routes).toEqual([
      {
        id: "acme/small-4b",
        provider: "acme",
        providerModelId: "small-4b",
        model: "acme/small-4b",
      },
    ]);
  });

  test("keeps scores, benchmarks and what other catalogs call a provider", async () => {
    const { scores, benchmarks, providers } = await authored();
    expect(scores[0]).toMatchObject({
      model: "acme/small-4b",
      benchmark: "quiz",
      variant: "hard",
      score: 79.1,
      reporter: "Acme",
    });
    expect(benchmarks[0]?.variants).toEqual([{ label: "hard", items: 30 }, { label: "live" }]);
    expect(providers[0]?.knownAs).toEqual({ "genai-prices": ["acme-ai"] });
  });
});

const broken = [
  {
    because: "a price without quotes may lose digits",
    file: "providers/acme.yaml",
    from: 'output: "0.4"',
    to: "output: 0.4",
    problem: { line: 8, field: "prices.0.output", found: "0.4", expected: /in quotes/ },
  },
  {
    because: "a price is digits and a point",
    file: "providers/acme.yaml",
    from: '"0.05"',
    to: '"$0.05"',
    problem: { line: 9, field: "prices.1.input", found: "$0.05", expected: /digits and a point/ },
  },
  {
    because: "a line names a source of its file",
    file: "models/acme/small-4b.yaml",
    from: "value: 262144, source: card",
    to: "value: 262144, source: crad",
    problem: { line: 8, field: "facts.0.source", found: "crad", expected: /card, copy/ },
  },
  {
    because: "a property has a known name",
    file: "models/acme/small-4b.yaml",
    from: "is: limit.context",
    to: "is: limit.contxt",
    problem: { line: 8, field: "facts.0.is", expected: /limit\.context/ },
  },
  {
    because: "a count is a whole number",
    file: "models/acme/small-4b.yaml",
    from: "262144",
    to: '"256K"',
    problem: { line: 8, field: "facts.0.value", found: "256K", expected: /whole number/ },
  },
  {
    because: "a price is no property of a model",
    file: "models/acme/small-4b.yaml",
    from: "is: limit.context, value: 262144",
    to: 'is: price.input, value: "1"',
    problem: { line: 8, field: "facts.0.is", expected: /belong to routes/ },
  },
  {
    because: "a score belongs to a benchmark with a file",
    file: "models/acme/small-4b.yaml",
    from: "benchmark: quiz",
    to: "benchmark: quizz",
    problem: { line: 11, field: "scores.0.benchmark", expected: /data\/benchmarks\/quizz\.yaml/ },
  },
  {
    because: "a field has a known name",
    file: "providers/acme.yaml",
    from: "apiShapes:",
    to: "apiShape:",
    problem: { line: 3, field: "apiShape", expected: /no field named/ },
  },
  {
    because: "a day stands in the calendar",
    file: "models/acme/small-4b.yaml",
    from: "day: 2026-03-02",
    to: "day: 2026-02-30",
    problem: { line: 5, field: "sources.card.day", found: "2026-02-30", expected: /a day such as/ },
  },
  {
    because: "one route serves one model",
    file: "providers/acme.yaml",
    from: "model: acme/small-4b, tier",
    to: "model: acme/small-9b, tier",
    problem: { line: 9, field: "prices.1.model", expected: /a model with a file/ },
  },
  {
    because: "a price ends after it began",
    file: "providers/acme.yaml",
    from: "until: 2027-01-01",
    to: "until: 2026-07-01",
    problem: { line: 9, field: "prices.1.until", expected: /a day after 2026-08-01/ },
  },
] as const;

describe("a slip in the hand-kept catalog is named with file, line and field:", () => {
  test.each(broken)("$because", async ({ file, from, to, problem }) => {
    const text = sound[file];
    expect(text).toContain(from);
    const outcome = await readAuthored(
      await folderWith({ ...sound, [file]: text.replace(from, to) }),
    );
    expect(outcome.ok ? undefined : outcome.problem).toMatchObject({
      code: "file-invalid",
      file,
      ...problem,
      expected: expect.stringMatching(problem.expected),
    });
  });

  test("all slips of all files are listed at once", async () => {
    const root = await folderWith({
      ...sound,
      "models/acme/small-4b.yaml": model.replace("262144", '"256K"').replace("crad", "card"),
      "providers/acme.yaml": provider.replace("tier: batch", "tier: bach").replace('"0.4"', "0.4"),
      "benchmarks/quiz.yaml": "name: [",
    });
    const problems = await checkAuthored(root);
    const files = problems.map((problem) => ("file" in problem ? problem.file : ""));
    expect(files.filter((file) => file === "providers/acme.yaml")).toHaveLength(2);
    expect(files).toContain("benchmarks/quiz.yaml");
  });

  test("a file of more than a megabyte is not read", async () => {
    const root = await folderWith({ ...sound, "providers/acme.yaml": " ".repeat(1_100_000) });
    expect((await checkAuthored(root))[0]).toMatchObject({ code: "file-too-large" });
  });
});

describe("the catalog this repository ships", () => {
  test("can be read, and holds what people compare", async () => {
    expect(await checkAuthored("data")).toEqual([]);
    const outcome = await readAuthored("data");
    if (!outcome.ok) throw new Error(JSON.stringify(outcome.problem));
    const { models, claims, scores, benchmarks } = outcome.value;
    expect(models.length).toBeGreaterThanOrEqual(121);
    expect(scores.length).toBeGreaterThanOrEqual(2315);
    expect(benchmarks.length).toBeGreaterThanOrEqual(59);
    const listPrice = claims.filter(
      ({ subject, conditions }) => subject === "route:openai/gpt-4-turbo" && !conditions,
    );
    expect(listPrice.map(({ value }) => value)).toEqual(["10", "30"]);
  });
});
