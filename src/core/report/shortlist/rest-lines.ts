import { counted, listed } from "../../compare/wording.ts";
import { compareText } from "../../ordering.ts";
import type { Shortlist } from "../../shortlist/shortlist.ts";
import type { Line } from "../document.ts";

/** Those that cost nothing share a line. */
export function priceLines({ constraintPrices }: Shortlist): readonly string[] {
  const paid = constraintPrices.filter(({ routesAdded }) => routesAdded > 0);
  const free = constraintPrices.filter(({ routesAdded }) => routesAdded === 0);
  const names = free.map(({ constraint }) => `"${constraint}"`);
  return [
    ...paid.map(({ text }) => `${upperFirst(text)}.`),
    ...(free.length === 0
      ? []
      : [`Without ${listed(names).replace(/ and (?=[^ ]+$)/, " or ")} nothing more passes.`]),
  ];
}

export function ownMachineLines({ ownMachines }: Shortlist): readonly string[] {
  const passing = ownMachines.filter(({ result }) => result === "passes");
  const open = ownMachines.length - passing.length;
  return [
    ...passing.map(({ name }) => name),
    ...(open === 0
      ? []
      : [`${counted(open, "more model")}, of which not everything asked is known`]),
  ];
}

/** Said first when there is nothing to list. */
export function noneLines({ counts, out, ownMachines }: Shortlist): readonly Line[] {
  const { passing, conditional } = counts.models;
  if (passing + conditional > 0) return [];
  const able = ownMachines.filter(({ result }) => result === "passes").length;
  const [[hardest] = []] = tallyByFirst(out);
  const most = hardest === undefined ? "" : `; what rules out most models is "${hardest}"`;
  const text =
    able > 0
      ? `No seller passes, as asked; ${counted(able, "model")} could run on machines of your own.`
      : `Nothing passes${most}.`;
  return [[{ text, tone: "strong" }]];
}

/** Models that fall out, counted by what rules them out first. */
export function tallyByFirst(out: Shortlist["out"]): readonly (readonly [string, number])[] {
  const counts = new Map<string, number>();
  for (const { constraints } of out) {
    const [first = "no route"] = constraints;
    counts.set(first, (counts.get(first) ?? 0) + 1);
  }
  return [...counts].sort((a, b) => b[1] - a[1] || compareText(a[0], b[0]));
}

function upperFirst(text: string): string {
  return text.slice(0, 1).toUpperCase() + text.slice(1);
}
