import { z } from "zod";
import type { Catalog } from "../core/catalog/catalog.ts";
import { isProperty, type Property, properties } from "../core/catalog/property.ts";
import type { Subject } from "../core/evidence/claim.ts";
import { findingsAbout } from "../core/evidence/finding.ts";
import { closestNames } from "../core/identity/closest-names.ts";
import type { Outcome } from "../core/problems/problem.ts";
import { type Explanation, reportExplanation } from "../core/report/report-explanation.ts";
import type { IsoDate } from "../core/units.ts";
import { findModel } from "./find-model.ts";
import { AsOf, Facts, ModelName, Word } from "./inputs.ts";
import { knownId } from "./listing.ts";
import { defineOperation } from "./operation.ts";
import { CatalogName, Day, Texts } from "./outputs.ts";

export const explain = defineOperation({
  name: "explain",
  summary: "Say where a value comes from, what else was claimed, and why this one won.",
  input: z.strictObject({
    subject: ModelName.describe("A model by any of its names, or the id of a route."),
    property: Word.optional().describe("`price.input`; all that are known when absent."),
    asOf: AsOf.optional(),
    facts: Facts.optional(),
  }),
  output: z.looseObject({
    asOf: Day,
    catalog: CatalogName,
    subjects: Texts,
    findings: z.array(
      z.looseObject({
        subject: z.string(),
        property: z.string(),
        state: z.enum(["known", "disputed", "unknown"]),
        value: z.union([z.string(), z.number(), z.boolean()]).nullable(),
        because: z.string(),
      }),
    ),
  }),
  async run({ subject, property, asOf, facts }, deps) {
    const opened = await deps.catalog(facts ?? []);
    if (!opened.ok) return opened;
    const catalog = opened.value;
    const subjects = subjectsOf(catalog, subject);
    if (!subjects.ok) return subjects;
    const only = property === undefined ? undefined : findProperty(property);
    if (only?.ok === false) return only;
    const day: IsoDate = asOf ?? deps.today();
    const findings = subjects.value.flatMap((each) =>
      findingsAbout(each, catalog, day).filter(
        (finding) => only === undefined || finding.property === only.value,
      ),
    );
    const { hash, compiledOn } = catalog;
    const value: Explanation = {
      asOf: day,
      catalog: { hash, compiledOn },
      asked: subject,
      subjects: subjects.value,
      property: only?.value ?? null,
      findings,
    };
    return { ok: true, value };
  },
  report: reportExplanation,
});

/** The route asked for, else the model and all routes to it. */
function subjectsOf(catalog: Catalog, asked: string): Outcome<readonly Subject[]> {
  const name = asked.replace(/^(route|model):/, "");
  const routeName = name.toLowerCase();
  const route = asked.startsWith("model:")
    ? undefined
    : catalog.routes.find(({ id }) => id.toLowerCase() === routeName);
  const isModelId = catalog.models.some(({ id }) => id === name);
  const isRouteAsked = asked.startsWith("route:");
  if (route !== undefined && (isRouteAsked || !isModelId)) {
    return { ok: true, value: [`route:${route.id}`] };
  }
  if (isRouteAsked) return unknownRoute(name, catalog);
  const model = findModel(catalog, name);
  if (!model.ok) return model;
  const { id } = model.value;
  const routes = catalog.routes.filter((each) => each.model === id);
  const ofRoutes = routes.map((each): Subject => `route:${each.id}`);
  return { ok: true, value: [`model:${id}`, ...ofRoutes] };
}

function unknownRoute(name: string, { routes }: Catalog): Outcome<never> {
  const known = knownId(
    name,
    "route",
    routes.map(({ id }) => id),
  );
  if (known.ok) throw new Error(`${name} was not found and is there`);
  return known;
}

function findProperty(asked: string): Outcome<Property> {
  const known = propertyNames.find((name) => name === asked.toLowerCase());
  if (known !== undefined) return { ok: true, value: known };
  const closest = closestNames(propertyNames.map((id) => ({ id, words: id })));
  const names = closest(asked.toLowerCase(), 3);
  return { ok: false, problem: { code: "not-found", what: "property", asked, closest: names } };
}

const propertyNames = Object.keys(properties).filter(isProperty);
