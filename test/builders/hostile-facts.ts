import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { properties } from "../../src/core/catalog/property.ts";
import { withClaims } from "../../src/core/catalog/with-claims.ts";
import { identifierFor } from "../../src/core/identity/identifier.ts";
import { parseFactsFile } from "../../src/sources/facts-file/parse-facts-file.ts";
import { smallCatalog } from "../cli/small-catalog.ts";

const [escapeSign, csi, bell, override, joiner, lineEnd, mark] = [
  0x1b, 0x9b, 0x07, 0x202e, 0x200d, 0x2028, 0xfeff,
].map((point) => String.fromCodePoint(point));

/** Colour that nothing of ours ever sets, so that it is known for a stranger's. */
export const strangeColour = `${escapeSign}[38;5;201m`;

/** What somebody may write where a text is expected, each worse than the one before. */
export const hostileTexts = [
  "<script>alert(1)</script>",
  '"><img src=x onerror=alert(1)>',
  "' onmouseover='alert(1)",
  "</script></title></textarea><svg onload=alert(1)>",
  "]]><evil xmlns='http://evil.example'/><!--",
  "javascript:alert(1)",
  "JaVaScRiPt:alert(1)//https://evil.example",
  "data:text/html,<script>alert(1)</script>",
  "//evil.example/alert(1)",
  "https://evil.example/\"onclick=alert(1)//'><b>",
  "&lt;script&gt;alert(1)&#60;/script&#62;",
  "[alert(1)](javascript:alert(1)) ![alert(1)](https://evil.example/x.png) `alert(1)` **b**",
  `${strangeColour}alert(1)${csi}2J${escapeSign}]8;;https://evil.example${bell}alert(1)`,
  `alert(1)${override}gpj.exe${joiner}${mark}${lineEnd}# alert(1)\n\n- alert(1)\n| alert(1) |`,
] as const;

const worst = hostileTexts.join(" ");
const [provider, model] = ['ev"><svg·onload=alert(1)>il', "gpt<script>alert(1)<"];

/** The seller that hostile facts speak of. */
export const hostileProvider = provider;

interface Written {
  readonly subject: string;
  readonly property: string;
  readonly value: unknown;
  readonly [field: string]: unknown;
}

/** A facts file in which every text that may be free is one of these. */
export function factsFileOf(texts: readonly string[], seller: string, sold: string): string {
  const textAt = (index: number) => texts[index % texts.length] ?? "";
  const all = texts.join(" ");
  const route = `route:${seller}/${sold}`;
  const served: Written = {
    subject: route,
    property: "route.base_model",
    value: "qwen/qwen3.5-4b",
  };
  const valuesOf = (subject: string, kind: "model" | "route") =>
    Object.entries(properties).flatMap(([property, { type, on }]): readonly Written[] =>
      type === "text" && property !== "route.base_model" && on.some((each) => each === kind)
        ? [{ subject, property, value: all.slice(0, 1_000) }]
        : [],
    );
  const priced = ["price.input", "price.output"].map((property) => ({
    subject: route,
    property,
    value: "0.01",
    unit: "XYZ/Mtok",
    exchange: { usdPerUnit: "0.5", observedOn: "2026-11-01", source: textAt(1) },
  }));
  const changing = texts.map((_, index) => ({
    subject: "route:openai/gpt-4.1",
    property: "price.input",
    value: String(index + 3),
    effectiveFrom: "2026-11-10",
    conditions: { region: textAt(index) },
  }));
  const facts = [
    served,
    ...priced,
    ...valuesOf("model:openai/gpt-4.1", "model"),
    ...valuesOf(route, "route"),
    ...valuesOf("route:openai/gpt-4.1", "route"),
    ...changing,
  ].map((fact, index) => ({
    ...fact,
    source: textAt(index),
    observedOn: "2026-11-12",
    note: all,
  }));
  return JSON.stringify(facts);
}

/** The small catalog with a facts file laid over it. */
function laid(file: string): Catalog {
  const claims = parseFactsFile(file, "facts.yaml");
  if (!claims.ok) throw new Error(JSON.stringify(claims.problem));
  const catalog = withClaims(smallCatalog, claims.value, identifierFor(smallCatalog));
  if (!catalog.ok) throw new Error(JSON.stringify(catalog.problem));
  return catalog.value;
}

export const hostileCatalog = laid(factsFileOf(hostileTexts, provider, model));

/** The same facts said by somebody who means well. */
export const harmlessCatalog = laid(
  factsFileOf(
    ["https://fine.example/a", "contract 7", worst.replace(/[^a-z ]/g, "")],
    "kind",
    "gpt",
  ),
);
