import { httpStatusOf } from "../problems/http-status.ts";
import { left, list, paragraph, section } from "./comparison/setting.ts";
import type { Block, Document, Line } from "./document.ts";
import type { DescribedOperation } from "./reference/described-operation.ts";
import { exampleRequests } from "./reference/example-requests.ts";
import { type FieldRow, inputRows, outputRows, within } from "./reference/field-rows.ts";
import { objectIn } from "./reference/type-text.ts";
import { viewWords } from "./reference/view-words.ts";

/** Everything that can be asked, as its schemas say it. */
export function referenceDocument(operations: readonly DescribedOperation[]): Document {
  const shared = sharedFields(operations);
  const names = new Set(shared.keys());
  return {
    title: "Ask by REST, MCP or the command line",
    blocks: [
      {
        kind: "lead",
        lines: [
          "One question has one input, on every face: an address, JSON, the words of the command line, a tool for agents. The answer is the same.",
          [
            { text: "For programs that make clients: " },
            { text: "/openapi.json", to: { kind: "place", path: "/openapi.json" } },
            { text: ", OpenAPI 3.1." },
          ],
        ],
      },
      ...howToAsk(),
      ...operations.flatMap((operation) => operationBlocks(operation, names)),
      ...[...shared].flatMap(([name, rows]) => section(`Field ${name}`, [fieldTable(rows)])),
      ...problemBlocks(),
    ],
  };
}

/** Large fields that several questions take are shown once. */
function sharedFields(
  operations: readonly DescribedOperation[],
): ReadonlyMap<string, readonly FieldRow[]> {
  const shared = new Map<string, readonly FieldRow[]>();
  const met = new Set<string>();
  for (const { input } of operations) {
    for (const [name, field] of Object.entries(input.properties ?? {})) {
      const object = typeof field === "object" ? objectIn(field) : undefined;
      const rows = object === undefined ? [] : within(object, name);
      if (rows.length > 0 && met.has(name)) shared.set(name, rows);
      met.add(name);
    }
  }
  return shared;
}

function howToAsk(): readonly Block[] {
  return section("How to ask", [
    ...list([
      "In an address a list has commas or its name again, a field of a field has a dot: traffic.inputTokens=800M.",
      "What an address is too short for is sent as JSON by POST, with Content-Type: application/json.",
      "JSON is answered unless format or Accept asks for markdown, text or a format of the operation's own. Numbers in JSON are not rounded.",
      "Each answer has an ETag: send it back as If-None-Match, and 304 says that nothing changed.",
      "Unknown fields are refused, so that a misspelt one is never passed over.",
    ]),
    {
      kind: "table",
      columns: [left("beside the question"), left("meaning")],
      rows: Object.entries(viewWords),
    },
  ]);
}

function operationBlocks(
  operation: DescribedOperation,
  sharedNames: ReadonlySet<string>,
): readonly Block[] {
  const { name, summary, formats, input, output } = operation;
  const rows = inputRows(input, sharedNames);
  const answer = outputRows(output);
  return section(name, [
    paragraph(summary),
    ...(formats.length === 0 ? [] : [paragraph(`Formats of its own: ${formats.join(", ")}.`)]),
    ...(rows.length === 0 ? [paragraph("It takes no fields.")] : [fieldTable(rows, sharedNames)]),
    ...exampleRequests(operation).flatMap(({ by, language, text }): readonly Block[] => [
      paragraph([{ text: by, tone: "dim" }]),
      { kind: "code", language, text },
    ]),
    ...(answer.length === 0
      ? []
      : [paragraph("Its answer holds, with more that may come:"), fieldTable(answer)]),
  ]);
}

function fieldTable(rows: readonly FieldRow[], sharedNames?: ReadonlySet<string>): Block {
  return {
    kind: "table",
    columns: [left("field"), left("type"), left("meaning")],
    rows: rows.map(({ path, type, meaning, isRequired }) => [
      isRequired && sharedNames !== undefined ? [{ text: path, tone: "strong" }] : path,
      typeLine(path, type, sharedNames),
      isRequired && sharedNames !== undefined ? `Required. ${meaning}`.trim() : meaning,
    ]),
  };
}

function typeLine(path: string, type: string, sharedNames?: ReadonlySet<string>): Line {
  return sharedNames?.has(path)
    ? [{ text: type, to: { kind: "place", path: `#field-${path}` } }]
    : type;
}

function problemBlocks(): readonly Block[] {
  return section("Problems", [
    paragraph(
      "What cannot be answered is a problem (RFC 9457): what is wrong, naming the thing, and one next step. A code never changes its meaning and has a page of its own at its type.",
    ),
    {
      kind: "table",
      columns: [left("code"), left("status")],
      rows: Object.entries(httpStatusOf).map(([code, status]) => [
        [{ text: code, to: { kind: "place", path: `/problems/${code}` } }],
        String(status),
      ]),
    },
  ]);
}
