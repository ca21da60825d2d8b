import { describe, expect, test } from "vitest";
import { candidateOf } from "../../../test/builders/candidate-of.ts";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import type { PropertyValue } from "../catalog/property.ts";
import { type Fact, known, unknown } from "../evidence/fact.ts";
import { capabilityOf } from "./capability-of.ts";

const maker = (value: boolean) => known(value, [sourceOf({ name: "Maker" })]);
const seller = (value: boolean) => known(value, [sourceOf({ name: "Seller" })]);
const collector = (value: boolean) =>
  known(value, [sourceOf({ name: "Collector", kind: "aggregator" })]);
const silent = unknown("no source states it");
const quarrel: Fact<PropertyValue> = {
  state: "disputed",
  values: [
    { value: true, sources: [sourceOf({ name: "One" })] },
    { value: false, sources: [sourceOf({ name: "Two" })] },
  ],
};

const toolsOf = (model: Fact<PropertyValue>, route: Fact<PropertyValue> | undefined) =>
  capabilityOf(
    candidateOf(
      dossierOf({
        id: "a/model",
        facts: { "cap.tools": model },
        routes: [{ id: "host/model", facts: route === undefined ? {} : { "cap.tools": route } }],
      }),
    ),
    "cap.tools",
  );

describe("whether a model can do something as it would be used", () => {
  test.each([
    { model: maker(true), route: undefined, value: "yes", because: "the route is silent" },
    { model: maker(false), route: undefined, value: "no", because: "the model says no" },
    { model: silent, route: undefined, value: "unknown", because: "nobody says" },
    { model: silent, route: seller(true), value: "yes", because: "the route alone says yes" },
    { model: maker(true), route: seller(false), value: "no", because: "a seller knows its route" },
    {
      model: maker(true),
      route: collector(false),
      value: "unknown",
      because: "a collector does not settle what the maker contradicts",
    },
    { model: quarrel, route: undefined, value: "unknown", because: "a quarrel has no winner" },
    { model: maker(true), route: quarrel, value: "unknown", because: "nor has one about a route" },
  ])("$because: $value", ({ model, route, value }) => {
    expect(toolsOf(model, route).value).toBe(value);
  });

  test("a route that differs from its model is named with both words", () => {
    expect(toolsOf(maker(true), seller(false)).because).toBe(
      "no on the route: the model yes (Maker, 2026-11-01), its route at host no (Seller, 2026-11-01)",
    );
  });

  test.each`
    inputs           | value        | because
    ${"text, image"} | ${"yes"}     | ${"an input that is listed is taken"}
    ${"text"}        | ${"unknown"} | ${"one that is not listed may have been left out"}
  `("$because", ({ inputs, value }) => {
    const candidate = candidateOf(
      dossierOf({ id: "a/model", facts: { "modality.input": inputs } }),
    );

    expect(capabilityOf(candidate, "cap.vision").value).toBe(value);
  });
});
