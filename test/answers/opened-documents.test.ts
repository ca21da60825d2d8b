import { describe, expect, test } from "vitest";
import { addressOf } from "../../src/core/catalog/page-address.ts";
import type { Block, Document, Line, Span } from "../../src/core/report/document.ts";
import { type OperationName, operations } from "../../src/operations/index.ts";
import { depsOf } from "../builders/deps-of.ts";
import { catalog } from "../properties/whole-catalog.ts";

const deps = depsOf({ catalog: async () => ({ ok: true, value: catalog }) });
const code = [{ file: "a.py", text: 'a = "gpt-4.1"\nb = "claude-3-7-sonnet-20250219"\n' }];

/** What is asked, and the least that can be opened and followed in the answer. */
const asked: Partial<
  Record<
    OperationName,
    { readonly input: object; readonly marks: number; readonly targets: number }
  >
> = {
  compare: { input: { models: ["gpt-4.1", "qwen3.5-4b"] }, marks: 150, targets: 40 },
  find: { input: { task: "rag", constraints: ["tools"] }, marks: 20, targets: 40 },
  switch: { input: { from: "gpt-4.1", to: "qwen3.5-4b" }, marks: 20, targets: 9 },
  cost: { input: { routes: ["gpt-4.1", "qwen3.5-4b"] }, marks: 6, targets: 1 },
  scan: { input: { code }, marks: 6, targets: 6 },
  gap: {
    input: {
      scoreA: 79.1,
      scoreB: 81.8,
      items: 12_032,
      group: "static",
      comparability: "same-run",
    },
    marks: 2,
    targets: 0,
  },
  identify: { input: { names: ["gpt-54-mini", "gpt-400"] }, marks: 0, targets: 2 },
  explain: { input: { subject: "gpt-4-turbo", property: "price.input" }, marks: 3, targets: 0 },
  changes: { input: { from: "2026-07-01", to: "2026-11-20" }, marks: 50, targets: 50 },
  search: { input: { text: "sonnet" }, marks: 0, targets: 5 },
  model: { input: { name: "gpt-4.1" }, marks: 40, targets: 30 },
  provider: { input: { id: "deepinfra" }, marks: 100, targets: 40 },
  benchmark: { input: { id: "mmlu-pro" }, marks: 50, targets: 50 },
  models: { input: { maker: "qwen" }, marks: 30, targets: 50 },
  routes: { input: { model: "gpt-4.1" }, marks: 15, targets: 6 },
  providers: { input: {}, marks: 0, targets: 70 },
  benchmarks: { input: {}, marks: 50, targets: 90 },
};

describe("an answer for people", () => {
  test.each(Object.entries(asked))(
    "to %s opens to sources it lists, and leads to pages there are",
    async (name, { input, marks, targets }) => {
      const document = await documentOf(name, input);
      const spans = spansIn(document);
      const listed = new Set((document.sources ?? []).map(({ id }) => id));
      const opened = spans.flatMap(({ mark }) => (mark === undefined ? [] : [mark]));
      const cited = opened.flatMap(({ sources }) => sources);
      expect(cited.filter((id) => !listed.has(id))).toEqual([]);
      expect(opened.length).toBeGreaterThanOrEqual(marks);
      const lines = opened.flatMap((mark) => mark.lines ?? []);
      expect(
        lines.filter((line) => line.trim() === "" || /undefined|null|\.\.$/.test(line)),
      ).toEqual([]);
      const leads = [
        ...spans.flatMap(({ to }) => to ?? []),
        ...document.blocks.flatMap((block) =>
          block.kind === "table" ? block.columns.flatMap(({ to }) => to ?? []) : [],
        ),
      ];
      expect(leads.length).toBeGreaterThanOrEqual(targets);
      const internal = leads.filter(({ kind }) => kind !== "address");
      expect(internal.filter((to) => addressOf(catalog, to) === undefined)).toEqual([]);
    },
  );
});

async function documentOf(name: string, input: object): Promise<Document> {
  const load = Object.entries(operations).find(([each]) => each === name)?.[1];
  const outcome = await (await load?.())?.answer(input, deps);
  if (!outcome?.ok) throw new Error(JSON.stringify(outcome));
  return outcome.value.report({ brief: false, withSources: false });
}

function spansIn({ blocks }: Document): readonly Span[] {
  return blocks.flatMap(spansOfBlock);
}

function spansOfBlock(block: Block): readonly Span[] {
  switch (block.kind) {
    case "lead":
    case "list":
      return block.lines.flatMap(spansOf);
    case "paragraph":
      return spansOf(block.line);
    case "table":
      return block.rows.flatMap((cells) => cells.flatMap(spansOf));
    case "heading":
    case "code":
    case "figure":
    case "chart":
      return [];
  }
}

function spansOf(line: Line): readonly Span[] {
  return typeof line === "string" ? [] : line;
}
