import { expect, test } from "vitest";
import { factsOf, type GivenFacts } from "../../../test/builders/facts-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { modelLifecycle, routeLifecycle } from "./lifecycle.ts";

const facts = (given: GivenFacts) => factsOf(given, sourceOf());

test.each([
  ["2026-10-22", "deprecated", 1, "the day before it ends it is still served"],
  ["2026-10-23", "retired", 0, "on the day it ends it is gone"],
  ["2026-11-20", "retired", -28, "after that it stays gone"],
])("on %s a model that ends on 2026-10-23 is %s: %s", (asOf, status, daysLeft) => {
  const lifecycle = modelLifecycle(facts({ "model.retires_on": "2026-10-23" }), asOf);
  expect(lifecycle).toMatchObject({ status, daysLeft });
});

test("without a word about its life nothing is known of it", () => {
  expect(modelLifecycle(facts({}), "2026-11-20").status).toBe("unknown");
});

test("named successors are listed one by one", () => {
  const { successors } = modelLifecycle(facts({ "model.successor": "a/b; c/d" }), "2026-11-20");
  expect(successors).toEqual(["a/b", "c/d"]);
});

test("a reseller's route ends with a model that only its maker has", () => {
  const model = modelLifecycle(facts({ "model.retires_on": "2026-10-23" }), "2026-11-20");
  const silent = routeLifecycle(facts({}), model, true, "2026-11-20");
  const deprecated = facts({ "route.status": "deprecated" });
  expect(silent.status).toBe("retired");
  expect(routeLifecycle(deprecated, model, true, "2026-11-20").status).toBe("retired");
});

test("a route said to be deprecated without a day ends on the day of its model", () => {
  const model = modelLifecycle(facts({ "model.retires_on": "2026-12-01" }), "2026-11-20");
  const deprecated = facts({ "route.status": "deprecated" });
  expect(routeLifecycle(deprecated, model, true, "2026-11-20").daysLeft).toBe(11);
});

test("a host of open weights serves on when the maker stops", () => {
  const model = modelLifecycle(facts({ "model.retires_on": "2026-10-23" }), "2026-11-20");
  expect(routeLifecycle(facts({}), model, false, "2026-11-20").status).toBe("unknown");
});
