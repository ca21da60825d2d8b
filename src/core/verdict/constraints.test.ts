import { describe, expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import { parseConstraint } from "./constraints.ts";

const model = dossierOf({
  id: "acme/large",
  facts: {
    "limit.context": 262_144,
    "cap.tools": true,
    "cap.vision": false,
    "model.license": "Apache-2.0",
    "model.openness": "open-weights",
  },
  routes: [
    {
      id: "host/large",
      provider: { kind: "router" },
      facts: { "limit.context": 32_768 },
      lifecycle: { retiresOn: "2026-12-31", daysLeft: 41 },
    },
  ],
});
const [route] = model.routes;

const judge = (text: string, monthlyUsd?: number) => {
  const constraint = parseConstraint(text);
  return constraint.ok ? constraint.value.judge({ model, route, monthlyUsd }).result : "refused";
};

describe("a constraint has three answers", () => {
  test.each([
    ["tools", "passes", "the model's word stands where the route is silent"],
    ["vision", "fails", "a known no fails"],
    ["structured-output", "unknown", "silence is not a no"],
    ["context>=30k", "passes", "the route's own window binds"],
    ["context>=200k", "fails", "and not the model's"],
    ["license=mit,Apache-2.0", "passes", "licences compare without regard to case"],
    ["open-weights", "passes", "open weights are stated"],
    ["commercial-use", "unknown", "terms nobody states stay open"],
    ["provider=host", "passes", "the provider is listed"],
    ["provider!=host", "fails", "the provider is refused"],
    ["maker=acme", "passes", "the maker is listed"],
    ["kind=first-party,cloud", "fails", "a router is neither"],
    ["region=eu", "unknown", "no region is stated"],
    ["not-retiring-before=2026-12-31", "passes", "it lives up to that day"],
    ["not-retiring-before=2027-01-01", "fails", "it ends before"],
    ["max-monthly=100", "unknown", "no bill, no answer"],
  ])("%s %s: %s", (text, result) => {
    expect(judge(text)).toBe(result);
  });

  test("a budget compares with the bill", () => {
    expect(judge("max-monthly=100", 99.5)).toBe("passes");
    expect(judge("max-monthly=100", 100.5)).toBe("fails");
  });
});

test.each(["cheap", "context>=many", "context<5", "provider=", "not-retiring-before=soon", ""])(
  "'%s' is refused with what can be written",
  (text) => {
    const constraint = parseConstraint(text);
    expect(constraint).toMatchObject({ ok: false, problem: { code: "invalid-input" } });
  },
);
