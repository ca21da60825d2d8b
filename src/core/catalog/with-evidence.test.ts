import { describe, expect, test } from "vitest";
import { ownProbeOf, ownRunOf } from "../../../test/builders/evidence-of.ts";
import { sourceOf } from "../../../test/builders/source-of.ts";
import { claimOf, routeEntry, worldOf } from "../../../test/builders/world-of.ts";
import { comparerOf } from "../compare/compare.ts";
import type { Comparison } from "../compare/comparison.ts";
import { checkDecision, decidedVerdict } from "../decision/check-decision.ts";
import { findingsAbout } from "../evidence/finding.ts";
import { identifierFor } from "../identity/identifier.ts";
import type { RunEvidence } from "../runs/run-evidence.ts";
import { skills } from "../verdict/skills.ts";
import type { Catalog } from "./catalog.ts";
import type { Benchmark, Score } from "./entries.ts";
import { withEvidence } from "./with-evidence.ts";

const day = "2026-11-20";
const price = (route: string, input: string, output: string) => [
  claimOf(`route:${route}`, "price.input", input),
  claimOf(`route:${route}`, "price.output", output),
];
const published = (model: string, score: number): Score => ({
  ...{ model, benchmark: "livecodebench", score, items: 1000, reporter: "Referee" },
  source: sourceOf({ name: "Referee", kind: "independent" }),
});
const livecodebench: Benchmark = {
  ...{ id: "livecodebench", name: "LiveCodeBench", aliases: [], category: "coding" },
  ...{ group: "reasoning", measures: "writing code", variants: [], metric: "pass@1" },
  ...{ items: 1000, status: "active", source: sourceOf({ name: "Referee" }) },
};

/** A dear model and a cheap one; published, the dear one is ahead in writing code. */
const world = {
  ...worldOf({
    models: ["acme/large", "acme/small"],
    routes: [routeEntry("acme/large", "acme/large"), routeEntry("acme/small", "acme/small")],
    claims: [
      ...price("acme/large", "2", "8"),
      ...price("acme/small", "0.1", "0.4"),
      claimOf("route:acme/small", "cap.tools", true),
    ],
    scores: [published("acme/large", 80), published("acme/small", 60)],
  }),
  benchmarks: [livecodebench],
};

function asked(evidence: readonly RunEvidence[], task?: string): Comparison {
  const traffic = { kind: "totals", inputTokens: 8e8, outputTokens: 2.5e8 } as const;
  const catalog = withEvidence(world, evidence, identifierFor(world));
  const terms = { asOf: day, askedOn: day, traffic, constraints: [], task };
  return comparerOf(catalog, terms)(["acme/large", "acme/small"]);
}

const verdictOf = (evidence: readonly RunEvidence[], task?: string) => {
  const { kind, choice } = asked(evidence, task).verdict;
  return { kind, choice };
};

const even = ownRunOf({ difference: 0.003, standardError: 0.012, label: "within-noise" });

describe("a run of the team's own", () => {
  test.each<[string, readonly RunEvidence[], { kind: string; choice: string }]>([
    ["nothing was measured", [], { kind: "choose-if", choice: "acme/large" }],
    [
      "the run shows no difference: the cheaper",
      [even],
      { kind: "no-difference-established", choice: "acme/small" },
    ],
    [
      "the run has the cheaper ahead",
      [ownRunOf({ difference: 0.08, standardError: 0.02, label: "clear" })],
      { kind: "choose", choice: "acme/small" },
    ],
    [
      "ten prompts that show nothing leave the published test its word",
      [ownRunOf({ prompts: 10, difference: 0, standardError: 0.12, label: "within-noise" })],
      { kind: "choose-if", choice: "acme/large" },
    ],
    [
      "the latest run of a suite speaks",
      [
        { ...even, run: "tickets-2", measuredOn: day },
        ownRunOf({
          ...{ difference: -0.2, standardError: 0.02, label: "clear" },
          measuredOn: "2026-10-01",
        }),
      ],
      { kind: "no-difference-established", choice: "acme/small" },
    ],
  ])("comes before what is published: %s", (_because, evidence, verdict) => {
    expect(verdictOf(evidence)).toEqual(verdict);
  });

  test("counts for its own kind of work alone, where its suite names one", () => {
    const forChat = [{ ...even, task: "chat" }];
    expect(verdictOf(forChat, "coding")).toEqual({ kind: "choose-if", choice: "acme/large" });
    expect(verdictOf(forChat, "chat").kind).toBe("no-difference-established");
    expect(verdictOf(forChat).kind).toBe("no-difference-established");
  });

  test("is shown with its prompts, its day and its suite, and where the catalog says otherwise", () => {
    const [line] = asked([even]).ownEvidence;
    expect(line?.text).toBe(
      "Your suite tickets (300 prompts, 2026-11-20): large 90 % against small 90.3 %, no difference established (95 %: -2.7 to 2.1). Published tests have large ahead in writing code (LiveCodeBench); your prompts do not show it.",
    );
  });

  test("says whose answers take more tokens, since the bill takes both for alike", () => {
    const endpoints = even.endpoints.map((each, i) => ({ ...each, outputTokens: 100 + 35 * i }));
    expect(asked([{ ...even, endpoints }]).ownEvidence[0]?.text).toContain(
      "small writes 1.35 times the output (135 against 100 tokens an answer).",
    );
  });

  test("says that it is too small to count by itself", () => {
    const few = ownRunOf({ prompts: 10, difference: 0, standardError: 0.1, label: "within-noise" });
    expect(asked([few]).ownEvidence[0]?.text).toContain("Too few prompts to count by themselves");
  });

  test("says the same whichever model is named first", () => {
    const clear = ownRunOf({ difference: 0.08, standardError: 0.02, label: "clear" });
    const catalog = withEvidence(world, [clear], identifierFor(world));
    const traffic = { kind: "totals", inputTokens: 8e8, outputTokens: 2.5e8 } as const;
    const terms = { asOf: day, askedOn: day, traffic, constraints: [] };
    const comparer = comparerOf(catalog, terms);
    const [a, b] = [comparer(["acme/large", "acme/small"]), comparer(["acme/small", "acme/large"])];
    expect(a.ownEvidence).toEqual(b.ownEvidence);
    expect(a.verdict.sentence).toBe(b.verdict.sentence);
  });

  test("leaves the catalog as it is where it stands for no route of it", () => {
    const { endpoints, ...run } = even;
    const elsewhere = endpoints.map((each) => ({ ...each, route: "nobody/large" }));
    const nameless = endpoints.map((each) => ({ ...each, route: null }));
    for (const strange of [elsewhere, nameless]) {
      expect(withEvidence(world, [{ ...run, endpoints: strange }], identifierFor(world))).toBe(
        world,
      );
    }
  });

  test("makes another catalog of it, by another name", () => {
    const laid = withEvidence(world, [even], identifierFor(world));
    expect(laid.hash).not.toBe(world.hash);
    expect(withEvidence(world, [even], identifierFor(world)).hash).toBe(laid.hash);
  });
});

describe("a decision that rested on a run", () => {
  const models = ["acme/large", "acme/small"];
  const traffic = { kind: "totals", inputTokens: 8e8, outputTokens: 2.5e8 } as const;
  const terms = { asOf: day, askedOn: day, traffic, constraints: [], skills };
  const measured = withEvidence(world, [even], identifierFor(world));
  const checked = (former: Catalog, catalog: Catalog) => {
    const verdict = decidedVerdict(comparerOf(former, terms)(models));
    return checkDecision({ models, decidedOn: day, verdict }, { former, catalog, terms });
  };

  test("stands while the run is there", () => {
    expect(checked(measured, measured).stands).toBe(true);
  });

  test("is changed by deleting it, and by making it, and the run is named as the cause", () => {
    for (const [former, now] of [
      [measured, world],
      [world, measured],
    ] as const) {
      const { stands, causes } = checked(former, now);
      expect(stands).toBe(false);
      const kinds = causes.flatMap(({ changes }) => changes.map(({ kind }) => kind));
      expect(kinds).toContain("score");
    }
  });
});

describe("a probe of the team's own", () => {
  const seen = [{ property: "cap.tools", value: false, n: 20, note: "0 of 20" }] as const;

  test("outranks what the catalog says of the route", () => {
    const catalog = withEvidence(world, [ownProbeOf("Acme/Small", seen)], identifierFor(world));
    const [finding] = findingsAbout("route:acme/small", catalog, day);
    expect(finding).toMatchObject({ property: "cap.tools", value: false });
    expect(finding?.claims[0]).toMatchObject({
      standing: "holds",
      note: "0 of 20",
      source: { kind: "own-evidence", observedOn: day },
    });
  });

  test("is shown with what it saw, its day, and what the catalog says instead", () => {
    expect(asked([ownProbeOf("acme/small", seen)]).ownEvidence[0]?.text).toBe(
      "small at Acme, by your probe, 2026-11-20: tool calls no (0 of 20), where the catalog says yes.",
    );
  });

  test("gives way to a later one", () => {
    const later = [{ property: "cap.tools", value: true, n: 20, note: "20 of 20" }] as const;
    const probes = [
      ownProbeOf("acme/small", later, day),
      ownProbeOf("acme/small", seen, "2026-10-01"),
    ];
    const catalog = withEvidence(world, probes, identifierFor(world));
    const claims = catalog.claimsAbout("route:acme/small");
    const own = claims.filter(({ source }) => source.kind === "own-evidence");
    expect(own.map(({ value }) => value)).toEqual([true]);
  });
});
