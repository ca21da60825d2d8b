import { describe, expect, test } from "vitest";
import { dossierOf } from "../../../test/builders/dossier-of.ts";
import type { GivenFacts } from "../../../test/builders/facts-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { known, unknown } from "../evidence/fact.ts";
import { parseConstraint } from "./constraints.ts";

interface Given {
  readonly route?: GivenFacts;
  readonly model?: GivenFacts;
}

/** Judged on a route, unless there is only a model. */
function judge(text: string, { route, model }: Given) {
  const dossier = dossierOf({
    id: "acme/large",
    facts: model ?? {},
    routes: [{ id: "host/large", facts: route ?? {} }],
  });
  const constraint = parseConstraint(text);
  if (!constraint.ok) throw new Error(`${text} is refused`);
  const bidder = { model: dossier, route: route === undefined ? undefined : dossier.routes[0] };
  return constraint.value.judge(bidder);
}

describe("retention, counted in days", () => {
  test.each([
    ["retention<=30d", { "route.retention_days": 30 }, "passes"],
    ["retention<=30d", { "route.retention_days": 31 }, "fails"],
    ["retention <= 7 days", { "route.retention_days": 0 }, "passes"],
    ["no-retention", { "route.retention_days": 0 }, "passes"],
    ["no-retention", { "route.retention_days": 30 }, "fails"],
    ["no-retention", {}, "unknown"],
  ] as const)("%s %o: %s", (text, route, result) => {
    expect(judge(text, { route }).result).toBe(result);
  });

  test("zero retention on request leaves a longer default open, with both sources", () => {
    const judged = judge("no-retention", {
      route: { "route.retention_days": 30, "route.zero_retention_offered": true },
    });
    expect(judged).toMatchObject({
      result: "unknown",
      because: "Data kept: 30 days; zero retention is offered, not given by default",
    });
    expect(judged.sources).toHaveLength(2);
  });
});

describe("a region that can be held to", () => {
  test.each([
    ["region=eu", "eu", "passes"],
    ["region=eu", "us, eu", "passes"],
    ["region=eu", "eu-west-1", "passes"],
    ["region=eu", "fr", "passes"],
    ["region=eu,us", "us", "passes"],
    ["region=eu", "us", "fails"],
    ["region=eu", "global", "fails"],
    ["region=eu", "cn", "fails"],
    ["region=de", "eu", "unknown"],
    ["region=jp", "apac", "unknown"],
    ["region=eu", "regional", "unknown"],
    ["region=eu", undefined, "unknown"],
  ] as const)("%s where the route states %s: %s", (text, region, result) => {
    const route = region === undefined ? {} : { "route.region": region };
    expect(judge(text, { route }).result).toBe(result);
  });
});

describe("training on data", () => {
  test.each([
    [false, "passes"],
    [true, "fails"],
    [unknown("no source states it"), "unknown"],
  ] as const)("no-training where it is %o: %s", (trains, result) => {
    expect(judge("no-training", { route: { "route.trains_on_data": trains } }).result).toBe(result);
  });
});

describe("kinds of input and output", () => {
  test.each([
    ["input=image", { "modality.input": "text, image" }, "passes"],
    ["input=image,audio", { "modality.input": "text;image" }, "fails"],
    ["input=image,audio", { "modality.input": "text, image, audio" }, "passes"],
    ["input=image", { "cap.vision": true }, "passes"],
    ["input=image", { "cap.vision": false, "modality.input": "text" }, "fails"],
    ["input=image", {}, "unknown"],
    ["output=text", { "modality.output": "text" }, "passes"],
    ["output=text", { "modality.output": "embedding" }, "fails"],
    ["output=text", {}, "unknown"],
  ] as const)("%s with %o: %s", (text, route, result) => {
    expect(judge(text, { route }).result).toBe(result);
  });

  test("a collector's list may leave audio out, so it stays open", () => {
    const listed = known("text, image", [sourceOf({ name: "pi-ai", kind: "aggregator" })]);
    expect(judge("input=audio", { route: { "modality.input": listed } }).result).toBe("unknown");
    const textOnly = known("text", [sourceOf({ name: "pi-ai", kind: "aggregator" })]);
    expect(judge("input=image", { route: { "modality.input": textOnly } }).result).toBe("fails");
  });
});

describe("the class of a licence", () => {
  test.each([
    ["permissive", { "model.license": "Apache-2.0" }, "passes"],
    ["permissive", { "model.license": "MIT" }, "passes"],
    ["permissive", { "model.license": "OpenMDW-1.0" }, "passes"],
    ["permissive", { "model.license": "Modified MIT (Kimi K2)" }, "fails"],
    ["restricted", { "model.license": "Modified MIT (Kimi K2)" }, "passes"],
    ["restricted", { "model.license": "Llama 3.3 Community License" }, "passes"],
    ["restricted", { "model.license": "Gemma Terms of Use" }, "passes"],
    ["restricted", { "model.license": "CC-BY-NC-4.0" }, "passes"],
    ["copyleft", { "model.license": "AGPL-3.0" }, "passes"],
    ["permissive,copyleft", { "model.license": "AGPL-3.0" }, "passes"],
    ["permissive", { "model.license": "proprietary" }, "fails"],
    ["permissive", { "model.license": "Acme licence" }, "unknown"],
    [
      "permissive",
      {
        "model.license": "Acme licence",
        "model.commercial_use": "allowed-with-conditions",
      },
      "fails",
    ],
    ["permissive", {}, "unknown"],
  ] as const)("license-class=%s with %o: %s", (listed, model, result) => {
    expect(judge(`license-class=${listed}`, { model }).result).toBe(result);
  });

  test("says whose class it is", () => {
    const { sources } = judge("license-class=permissive", { model: { "model.license": "MIT" } });
    expect(sources.map(({ kind }) => kind)).toEqual(["first-party", "assumption"]);
  });
});

describe("speed as measured", () => {
  test.each([
    ["ttft<=800ms", { "speed.ttft": 800 }, "passes"],
    ["ttft<=0.8s", { "speed.ttft": 801 }, "fails"],
    ["ttft<=800ms", {}, "unknown"],
    ["speed>=50", { "speed.output": 50 }, "passes"],
    ["speed>=50", { "speed.output": 49 }, "fails"],
    ["speed>=50", {}, "unknown"],
  ] as const)("%s with %o: %s", (text, route, result) => {
    expect(judge(text, { route }).result).toBe(result);
  });
});

describe("on machines of one's own", () => {
  test.each([
    ["an API", { route: {}, model: { "model.openness": "open-weights" } }, "fails"],
    ["open weights", { model: { "model.openness": "open-weights" } }, "passes"],
    ["closed weights", { model: { "model.openness": "proprietary" } }, "fails"],
    ["weights nobody speaks of", { model: {} }, "unknown"],
    [
      "weights for research",
      { model: { "model.openness": "open-weights", "model.commercial_use": "non-commercial" } },
      "fails",
    ],
  ] as const)("%s: %s", (_case, given, result) => {
    expect(judge("self-host", given).result).toBe(result);
  });
});

test.each(["retention<=soon", "ttft<=fast", "speed>=quick", "region=", "input=", "license-class="])(
  "'%s' is refused",
  (text) => {
    expect(parseConstraint(text).ok).toBe(false);
  },
);
