import { describe, expect, test } from "vitest";
import { catalogOf } from "../../test/builders/catalog-of.ts";
import { depsOf } from "../../test/builders/deps-of.ts";
import { dossierOf } from "../../test/builders/dossier-of.ts";
import { sourceOf } from "../../test/builders/source-of.ts";
import { isProperty, type Property, type PropertyValue } from "../core/catalog/property.ts";
import type { Claim, Subject } from "../core/evidence/claim.ts";
import { scan } from "./scan.ts";

const source = sourceOf({ name: "Acme" });
const claim = (subject: Subject, property: Property, value: PropertyValue): Claim => ({
  subject,
  property,
  value,
  source,
});

/** A model of Acme sold by its maker: a million tokens in and one out cost so much together. */
function acme(
  slug: string,
  facts: Partial<Record<Property, PropertyValue>>,
  price: string,
): readonly Claim[] {
  const model = Object.entries({ "model.release_date": "2026-01-01", ...facts }).flatMap(
    ([property, value]) =>
      isProperty(property) ? [claim(`model:acme/${slug}`, property, value)] : [],
  );
  return [
    ...model,
    claim(`route:acme/${slug}`, "price.input", price),
    claim(`route:acme/${slug}`, "price.output", "0"),
  ];
}

const slugs = ["old-1-8b", "next-1-8b", "last-1-8b", "plain-1-8b", "open-1-8b"] as const;
const dossiers = slugs.map((slug) =>
  dossierOf({
    id: `acme/${slug}`,
    routes: [
      { id: `acme/${slug}`, model: `acme/${slug}`, provider: { kind: "first-party" } },
      ...(slug === "open-1-8b" ? [{ id: "host/open-1-8b", model: "acme/open-1-8b" }] : []),
    ],
  }),
);
const capable = { "cap.tools": true, "limit.context": 100_000 } as const;
const claims: readonly Claim[] = [
  ...acme(
    "old-1-8b",
    { ...capable, "model.retires_on": "2026-12-20", "model.successor": "acme/next-1-8b" },
    "2",
  ),
  ...acme(
    "next-1-8b",
    { ...capable, "model.retires_on": "2027-01-20", "model.successor": "acme/last-1-8b" },
    "3",
  ),
  ...acme("last-1-8b", { "cap.tools": false, "limit.context": 50_000 }, "1"),
  ...acme("plain-1-8b", { ...capable, "limit.context": 200_000 }, "1.5"),
  ...acme("open-1-8b", { ...capable, "model.openness": "open-weights" }, "0.5"),
  claim("route:host/open-1-8b", "price.input", "0.25"),
  claim("route:host/open-1-8b", "price.output", "0"),
  claim("route:host/open-1-8b", "route.retires_on", "2026-11-01"),
];

async function scanned(text: string, input: object = {}) {
  const deps = depsOf({
    catalog: async () => ({ ok: true, value: catalogOf(dossiers, claims) }),
    readCode: async (_paths, visit) => {
      visit({ file: "a.ts", bytes: new TextEncoder().encode(text), text: () => text });
      const nothing = { binary: 0, generated: 0, links: 0, tooLarge: [], unreadable: [] };
      return { ok: true, value: nothing };
    },
  });
  const outcome = await scan.answer(
    { traffic: { inputTokens: 1e6, outputTokens: 1 }, ...input },
    deps,
  );
  if (!outcome.ok) throw new Error(outcome.problem.code);
  return { ...outcome.value.value, isNo: outcome.value.isNo };
}

describe("a scan", () => {
  test("follows the maker's word, and past a successor that ends as well", async () => {
    const { found } = await scanned('m = "acme/old-1-8b"');
    expect(found).toMatchObject([
      {
        model: "acme/old-1-8b",
        status: "deprecated",
        retiresOn: "2026-12-20",
        daysLeft: 30,
        cost: { route: "acme/old-1-8b", monthlyUsd: 2 },
        successors: [
          { model: "acme/next-1-8b", kind: "named", retiresOn: "2027-01-20", differenceUsd: 1 },
          { model: "acme/last-1-8b", kind: "named-after", retiresOn: null, differenceUsd: -1 },
        ],
      },
    ]);
  });

  test("adds others of the maker where those named lose what the code uses", async () => {
    const { found } = await scanned('m = "acme/old-1-8b"; tool_choice = "auto"');
    expect(found[0]?.uses).toMatchObject([
      { capability: "tools", places: [{ file: "a.ts", line: 1, text: "tool_choice" }] },
    ]);
    expect(found[0]?.successors).toMatchObject([
      { model: "acme/next-1-8b", keeps: ["tools"], loses: [] },
      { model: "acme/last-1-8b", keeps: [], loses: ["tools"] },
      {
        model: "acme/plain-1-8b",
        kind: "same-maker",
        keeps: ["tools"],
        contextWindowTokens: { from: 100_000, to: 200_000 },
        monthlyUsd: 1.5,
        differenceUsd: -0.5,
      },
      { model: "acme/open-1-8b", kind: "same-maker" },
    ]);
  });

  test("tells a seller's end from the model's: the same weights are sold elsewhere", async () => {
    const { found } = await scanned('a = "host/open-1-8b"\nb = "acme/open-1-8b"');
    expect(found).toMatchObject([
      {
        model: "acme/open-1-8b",
        route: "host/open-1-8b",
        status: "retired",
        names: ["host/open-1-8b"],
        cost: { monthlyUsd: null, because: "host/open-1-8b was retired: it has no price any more" },
        successors: [{ kind: "other-seller", route: "acme/open-1-8b", monthlyUsd: 0.5 }],
      },
      { model: "acme/open-1-8b", route: null, status: "unknown", successors: [] },
    ]);
  });

  test("orders by the end, and what has none comes last", async () => {
    const text = "acme/plain-1-8b acme/next-1-8b acme/old-1-8b";
    const { found } = await scanned(text);
    expect(found.map(({ model }) => model)).toEqual([
      "acme/old-1-8b",
      "acme/next-1-8b",
      "acme/plain-1-8b",
    ]);
  });

  test.each`
    failOn                         | broken
    ${undefined}                   | ${[]}
    ${"retired"}                   | ${[]}
    ${"retiring:29d"}              | ${[]}
    ${"retiring:30d"}              | ${["acme/old-1-8b"]}
    ${["retired", "retiring:30d"]} | ${["acme/old-1-8b"]}
    ${"unknown,deprecated"}        | ${["acme/old-1-8b", "gpt-99-max"]}
  `("with $failOn the answer is no because of $broken", async ({ failOn, broken }) => {
    const text = 'a = "acme/old-1-8b"; b = "gpt-99-max"';
    const { failed, isNo } = await scanned(text, failOn === undefined ? {} : { failOn });
    expect(failed.map(({ what }) => what)).toEqual(broken);
    expect(isNo).toBe(broken.length > 0);
  });

  test("answers alike whether code lies in a file or is given itself", async () => {
    const text = 'm = "acme/old-1-8b"; tool_choice = "auto"';
    const read = await scanned(text, { path: "a.ts" });
    const given = await scan.answer(
      {
        code: [{ file: "a.ts", text }],
        traffic: { inputTokens: 1e6, outputTokens: 1 },
      },
      depsOf({ catalog: async () => ({ ok: true, value: catalogOf(dossiers, claims) }) }),
    );
    expect(given).toMatchObject({
      ok: true,
      value: { value: expect.objectContaining({ found: read.found, path: "a.ts" }) },
    });
  });

  test("cites every figure", async () => {
    const { found, sources } = await scanned('m = "acme/old-1-8b"');
    const ids = sources.map(({ id }) => id);
    for (const cited of [found[0]?.sources, found[0]?.successors[0]?.sources]) {
      expect(cited?.length).toBeGreaterThan(0);
      expect(ids).toEqual(expect.arrayContaining([...(cited ?? [])]));
    }
  });

  test.each`
    input                                                                     | expected
    ${{ path: "" }}                                                           | ${"Expected a file or a folder, such as src"}
    ${{ path: 7 }}                                                            | ${"Expected a file or a folder, such as src"}
    ${{ path: ["a\0b"] }}                                                     | ${"Expected a path without zero characters"}
    ${{ path: "a", code: [{ file: "a", text: "" }] }}                         | ${"Expected either code or a path, not both"}
    ${{ code: [] }}                                                           | ${"Expected at least one file"}
    ${{ code: "x" }}                                                          | ${'Expected files, such as [{ "file": "app.py", "text": "…" }]'}
    ${{ code: [{ file: "", text: "" }] }}                                     | ${"Expected the name of a file, such as app.py"}
    ${{ code: [{ file: "a", text: "ü".repeat(600_000) }] }}                   | ${"Expected at most 1 MiB of code together"}
    ${{ code: Array.from({ length: 201 }, () => ({ file: "a", text: "" })) }} | ${"Expected at most 200 files"}
    ${{ failOn: "retire" }}                                                   | ${"Expected retired, retiring:90d, deprecated or unknown, with commas between them"}
    ${{ failOn: 90 }}                                                         | ${"Expected retired, retiring:90d, deprecated or unknown, with commas between them"}
    ${{ asOf: "2026-13-01" }}                                                 | ${"Expected a day that exists, such as 2026-11-20"}
  `("refuses with: $expected", async ({ input, expected }) => {
    const outcome = await scan.answer(input, depsOf());
    expect(outcome).toMatchObject({ ok: false, problem: { code: "invalid-input", expected } });
  });
});
