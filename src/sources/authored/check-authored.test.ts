import { describe, expect, test } from "vitest";
import { folderWith, soundFiles } from "../../../test/builders/authored-folder.ts";
import { checkAuthored, readAuthored } from "./read-authored.ts";

const broken = [
  {
    because: "terms are what holds for routes",
    file: "providers/acme.yaml",
    from: "is: route.retention_days",
    to: "is: model.license",
    problem: { line: 8, field: "terms.0.is", expected: /a property of routes/ },
  },
  {
    because: "a price without quotes may lose digits",
    file: "providers/acme.yaml",
    from: 'output: "0.4"',
    to: "output: 0.4",
    problem: { line: 10, field: "prices.0.output", found: "0.4", expected: /in quotes/ },
  },
  {
    because: "a price is digits and a point",
    file: "providers/acme.yaml",
    from: '"0.05"',
    to: '"$0.05"',
    problem: { line: 11, field: "prices.1.input", found: "$0.05", expected: /digits and a point/ },
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
    problem: { line: 11, field: "prices.1.model", expected: /a model with a file/ },
  },
  {
    because: "a price ends after it began",
    file: "providers/acme.yaml",
    from: "until: 2027-01-01",
    to: "until: 2026-07-01",
    problem: { line: 11, field: "prices.1.until", expected: /a day after 2026-08-01/ },
  },
] as const;

describe("a slip in the hand-kept catalog is named with file, line and field:", () => {
  test.each(broken)("$because", async ({ file, from, to, problem }) => {
    const text = soundFiles[file];
    expect(text).toContain(from);
    const outcome = await readAuthored(
      await folderWith({ ...soundFiles, [file]: text.replace(from, to) }),
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
      ...soundFiles,
      "models/acme/small-4b.yaml": soundFiles["models/acme/small-4b.yaml"]
        .replace("262144", '"256K"')
        .replace("crad", "card"),
      "providers/acme.yaml": soundFiles["providers/acme.yaml"]
        .replace("tier: batch", "tier: bach")
        .replace('"0.4"', "0.4"),
      "benchmarks/quiz.yaml": "name: [",
    });
    const problems = await checkAuthored(root);
    const files = problems.map((problem) => ("file" in problem ? problem.file : ""));
    expect(files.filter((file) => file === "providers/acme.yaml")).toHaveLength(2);
    expect(files).toContain("benchmarks/quiz.yaml");
  });

  test("a file of more than a megabyte is not read", async () => {
    const root = await folderWith({ ...soundFiles, "providers/acme.yaml": " ".repeat(1_100_000) });
    expect((await checkAuthored(root))[0]).toMatchObject({ code: "file-too-large" });
  });
});
