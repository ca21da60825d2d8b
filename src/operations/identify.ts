import { z } from "zod";
import { type Identity, identifierFor } from "../core/identity/identifier.ts";
import { catalogName } from "../core/report/catalog-name.ts";
import type { Document, Line } from "../core/report/document.ts";
import { linked, linkTo } from "../core/report/linked.ts";
import type { IsoDate } from "../core/units.ts";
import { Facts } from "./inputs.ts";
import { catalogStamp } from "./listing.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Texts } from "./outputs.ts";

export interface Identification {
  /** In the order asked. */
  readonly results: readonly Identity[];
  readonly catalog: { readonly hash: string; readonly compiledOn: IsoDate };
}

const asName = "Expected the name of a model, such as gpt-4.1";

const Name = z
  .string({ error: asName })
  .max(512, { error: "Expected a name of at most 512 characters" })
  .regex(/^\P{Cc}*$/u, { error: "Expected a name without control characters" })
  .regex(/\S/, { error: asName });

const NameOfProvider = z.strictObject({
  name: Name,
  provider: Name.describe("Who calls it so: `openrouter`.").optional(),
});

export const identify = defineOperation({
  name: "identify",
  summary: "Say which model a name means, and what the name says beside it.",
  input: z.strictObject({
    names: z
      .array(z.union([Name, NameOfProvider], { error: asName }), {
        error: "Expected a list of names",
      })
      .min(1, { error: "Expected at least one name" })
      .max(10_000, { error: "Expected at most 10,000 names" })
      .describe("Names as people, APIs, logs or leaderboards write them."),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    results: z
      .array(
        z.looseObject({
          name: z.string(),
          model: z.string().nullable(),
          attributes: z.looseObject({}),
          confidence: z.enum(["high", "medium", "low"]),
          because: z.string(),
          closest: Texts,
        }),
      )
      .describe("In the order asked; a model of null is unresolved."),
    catalog: CatalogName,
  }),
  async run({ names, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const identifyName = identifierFor(opened.value);
    const results = names.map((asked) =>
      typeof asked === "string" ? identifyName(asked) : identifyName(asked.name, asked.provider),
    );
    const value: Identification = { results, catalog: catalogStamp(opened.value) };
    return { ok: true, value };
  },
  report,
});

function report({ results, catalog }: Identification): Document {
  const found = results.filter(({ model }) => model !== null).length;
  return {
    title: "Names",
    stamp: catalogName(catalog),
    blocks: [
      { kind: "paragraph", line: `${found} of ${results.length} names resolved.` },
      {
        kind: "table",
        columns: [
          { header: "Name", align: "left" },
          { header: "Model", align: "left" },
          { header: "Confidence", align: "left" },
          { header: "Because", align: "left" },
        ],
        rows: results.map((each) => [
          each.name,
          each.model === null
            ? [{ text: "unresolved", tone: "unknown" }]
            : [linkTo({ kind: "model", id: each.model }, each.model)],
          each.model === null ? "" : each.confidence,
          reason(each),
        ]),
      },
    ],
  };
}

function reason({ because, closest }: Identity): Line {
  if (closest.length === 0) return because;
  const names = closest.map((id) => ({ name: id, to: { kind: "model", id } }) as const);
  return [{ text: `${because} ` }, ...linked(`Closest: ${closest.join(", ")}.`, names, "dim")];
}
