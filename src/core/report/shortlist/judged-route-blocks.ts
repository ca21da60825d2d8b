import type { JudgedRoute, Shortlist } from "../../shortlist/shortlist.ts";
import type { Block, Line } from "../document.ts";
import { formatPriceUsdPerMtok, formatTokensShort, formatUsd } from "../format.ts";
import { linkTo } from "../linked.ts";
import { opening } from "../marked.ts";

const resultWords = { passes: "passes", conditional: "depends", fails: "fails" } as const;

/** All routes of few models side by side: what each asks, whether it passes, and why not. */
export function judgedRouteBlocks({ routes }: Shortlist, limit: number): readonly Block[] {
  const detailed = routes.filter(({ detail }) => detail !== undefined);
  if (detailed.length === 0) return [];
  const shown = detailed.slice(0, 2 * limit);
  const rest = detailed.length - shown.length;
  const common = shown.length < 2 ? [] : partsOfAll(shown);
  return [
    { kind: "heading", text: "Routes side by side" },
    {
      kind: "table",
      columns: [
        { header: "route", align: "left" },
        { header: "", align: "left" },
        { header: "in", align: "right" },
        { header: "out", align: "right" },
        { header: "a month", align: "right" },
        { header: "window", align: "right" },
        { header: "answer up to", align: "right" },
      ],
      rows: shown.map((route): readonly Line[] => [
        [linkTo({ kind: "provider", id: route.route.split("/")[0] ?? "" }, route.route)],
        resultLine(route),
        opening(
          priceText(route.detail?.inputUsdPerMtok),
          route.detail?.sources ?? [],
          partsOf(route).map((part) => `${part}.`),
        ),
        priceText(route.detail?.outputUsdPerMtok),
        route.monthlyUsd === null ? unknownMark : formatUsd(route.monthlyUsd),
        tokensText(route.detail?.contextWindowTokens),
        tokensText(route.detail?.outputLimitTokens),
      ]),
    },
    ...(rest > 0
      ? [
          {
            kind: "paragraph",
            line: `${rest} more, which steelyard find lists with --sources.`,
          } as const,
        ]
      : []),
    ...(common.length === 0
      ? []
      : [{ kind: "paragraph", line: `True of every one: ${common.join("; ")}.` } as const]),
    { kind: "list", lines: shown.map((route) => noteLine(route, common)) },
  ];
}

const unknownMark: Line = [{ text: "?", tone: "unknown" }];

function resultLine({ result }: JudgedRoute): Line {
  const text = resultWords[result];
  if (result === "passes") return text;
  return [{ text, tone: result === "fails" ? "retired" : "unknown" }];
}

/** What holds it back first, then what it passes, then what else to know; nothing twice. */
function partsOf({ detail }: JudgedRoute): readonly string[] {
  const judged = detail?.judged ?? [];
  const conditions = detail?.conditions ?? [];
  const told = new Set(conditions.map(labelOf));
  const held = judged.filter(({ result }) => result !== "passes");
  const passed = judged.filter(({ result }) => result === "passes");
  return [
    ...held.map(({ because }) => because),
    ...passed.map(({ because }) => because).filter((because) => !told.has(labelOf(because))),
    ...conditions,
  ];
}

/** `Region: us` and `region: us or eu, as you choose` are about the same. */
const labelOf = (text: string): string => text.split(":")[0]?.toLowerCase() ?? text;

function partsOfAll(routes: readonly JudgedRoute[]): readonly string[] {
  const [first = [], ...others] = routes.map(partsOf);
  return first.filter((part) => others.every((parts) => parts.includes(part)));
}

function noteLine(route: JudgedRoute, common: readonly string[]): Line {
  const own = partsOf(route).filter((part) => !common.includes(part));
  return own.length === 0 ? `${route.route}: nothing more` : `${route.route}: ${own.join("; ")}`;
}

function priceText(usdPerMtok: number | null = null): Line {
  return usdPerMtok === null ? unknownMark : formatPriceUsdPerMtok(usdPerMtok);
}

function tokensText(tokens: number | null = null): Line {
  return tokens === null ? unknownMark : formatTokensShort(tokens);
}
