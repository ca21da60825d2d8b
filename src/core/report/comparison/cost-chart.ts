import type { Chart, LineChart } from "../chart.ts";
import type { Block } from "../document.ts";
import { formatPercent, formatTokensShort, formatUsd } from "../format.ts";
import type { Setting } from "./setting.ts";

/** What more or less of the traffic costs, and where another mix of it turns the order. */
export function costCharts(setting: Setting): readonly Block[] {
  const charts: readonly (Chart | undefined)[] = [trafficChart(setting), mixChart(setting)];
  return charts.flatMap((chart) => (chart === undefined ? [] : [{ kind: "chart", chart }]));
}

type Line = LineChart["lines"][number];
type Point = Line["points"][number];

interface PricedModel {
  readonly index: number;
  readonly name: string;
  readonly bill: Setting["comparison"]["cost"]["models"][number];
  readonly monthlyUsd: number;
}

function pricedModels({ comparison, nameOf }: Setting): readonly PricedModel[] {
  return comparison.cost.models.flatMap((bill, index) => {
    const { model, monthlyUsd } = bill;
    return monthlyUsd === null ? [] : [{ index, name: nameOf(model), bill, monthlyUsd }];
  });
}

function trafficChart(setting: Setting): LineChart | undefined {
  const { cost, traffic } = setting.comparison;
  const priced = pricedModels(setting);
  const tokens = traffic.inputTokens + traffic.outputTokens;
  if (priced.length < 2 || tokens === 0) return undefined;
  const { overTraffic } = cost;
  const lines = priced.map(({ name, ...model }) => ({
    label: name,
    points: overTraffic === null ? inStep(model, tokens, priced) : knownPoints(model, setting),
  }));
  const isFree = lines.some(({ points }) => points.some(({ y }) => y === 0));
  const scale = isFree ? "linear" : "log";
  return {
    kind: "lines",
    title: titleOf(setting, priced),
    words: `Lines of the cost a month over the tokens a month${isFree ? "" : ", both on logarithmic scales"}. At ${formatTokensShort(tokens)} tokens: ${priced.map(billText).join("; ")}.`,
    x: { label: "tokens a month, in and out", scale, format: "tokens" },
    y: { label: "cost a month", scale, format: "usd" },
    lines,
    marks: [
      { x: tokens, label: `this traffic: ${formatTokensShort(tokens)}` },
      ...(overTraffic?.breakEvens ?? []).map(({ times, monthlyUsd }) => ({
        x: times * tokens,
        label: `equal at ${formatTokensShort(times * tokens)}: ${formatUsd(monthlyUsd)}`,
      })),
    ],
  };
}

function billText({ name, monthlyUsd, bill: { lowUsd, highUsd } }: PricedModel): string {
  const range =
    lowUsd === null || highUsd === null || lowUsd === highUsd
      ? ""
      : `, ${formatUsd(lowUsd)} to ${formatUsd(highUsd)}`;
  return `${name} ${formatUsd(monthlyUsd)}${range}`;
}

/** Three points of a straight line; a free route has no place on a logarithmic scale. */
function inStep(
  { bill, monthlyUsd }: Pick<PricedModel, "bill" | "monthlyUsd">,
  tokens: number,
  all: readonly PricedModel[],
): readonly Point[] {
  const isFree = all.some((each) => each.monthlyUsd === 0);
  const { lowUsd, highUsd } = bill;
  return (isFree ? [0, 1, 2] : [0.01, 1, 100]).map((times) => ({
    x: times * tokens,
    y: times * monthlyUsd,
    ...bandOf(
      { lowUsd: (lowUsd ?? monthlyUsd) * times, highUsd: (highUsd ?? monthlyUsd) * times },
      times,
    ),
    ...(times === 1 ? { text: formatUsd(monthlyUsd) } : {}),
  }));
}

function knownPoints(
  { index }: Pick<PricedModel, "index">,
  { comparison: { cost, traffic } }: Setting,
): readonly Point[] {
  const tokens = traffic.inputTokens + traffic.outputTokens;
  return (cost.overTraffic?.points ?? []).flatMap(({ times, bills }) => {
    const bill = bills[index] ?? null;
    if (bill === null) return [];
    const text = times === 1 ? { text: formatUsd(bill.monthlyUsd) } : {};
    return [{ x: times * tokens, y: bill.monthlyUsd, ...bandOf(bill, times), ...text }];
  });
}

function bandOf(
  { lowUsd, highUsd }: { readonly lowUsd: number; readonly highUsd: number },
  times: number,
) {
  return lowUsd === highUsd || times === 0 ? {} : { low: lowUsd, high: highUsd };
}

function titleOf(setting: Setting, priced: readonly PricedModel[]): string {
  const { overTraffic, relation, savingShare } = setting.comparison.cost;
  const ordered = [...priced].sort((a, b) => a.monthlyUsd - b.monthlyUsd);
  const [cheapest, dearest] = [ordered[0], ordered.at(-1)];
  if (cheapest === undefined || dearest === undefined) return "";
  if (overTraffic !== null) return turningTitle(setting, priced);
  if (cheapest.monthlyUsd === dearest.monthlyUsd) {
    return `The bills of ${ordered.map(({ name }) => name).join(" and ")} are equal, whatever the traffic`;
  }
  const open = relation === "undecided" ? ", though their ranges overlap" : "";
  const share = 1 - cheapest.monthlyUsd / dearest.monthlyUsd;
  const [than, order] =
    priced.length === 2
      ? [`costs ${formatPercent(savingShare ?? share)} less than ${dearest.name}`, "the order"]
      : ["is the cheapest", `the order; ${dearest.name} is the dearest`];
  return `${cheapest.name} ${than}, and no amount of traffic changes ${order}${open}`;
}

/** Who is the cheapest at either end of the drawing, and where a pair turns. */
function turningTitle(
  { comparison: { cost, traffic } }: Setting,
  priced: readonly PricedModel[],
): string {
  const { points = [], breakEvens = [] } = cost.overTraffic ?? {};
  const cheapestAt = (point: (typeof points)[number] | undefined) =>
    priced.reduce<PricedModel | undefined>((best, each) => {
      const usd = point?.bills[each.index]?.monthlyUsd ?? Number.POSITIVE_INFINITY;
      const least = point?.bills[best?.index ?? -1]?.monthlyUsd ?? Number.POSITIVE_INFINITY;
      return usd < least ? each : best;
    }, undefined)?.name ?? "";
  const [little, much] = [cheapestAt(points[0]), cheapestAt(points.at(-1))];
  const tokens = traffic.inputTokens + traffic.outputTokens;
  const at = (times = 1) => formatTokensShort(times * tokens);
  const [turn] = breakEvens;
  if (little === much) {
    return `${little} is the cheapest at ${at(points[0]?.times)} tokens a month and at ${at(points.at(-1)?.times)}`;
  }
  return priced.length === 2 && breakEvens.length === 1 && turn !== undefined
    ? `Up to ${at(turn.times)} tokens a month ${little} is the cheaper, beyond it ${much}`
    : `Of little traffic ${little} is the cheapest, of much ${much}`;
}

/** The same number of tokens, from all output to all input; for a pair whose order turns on the way. */
function mixChart(setting: Setting): LineChart | undefined {
  const { cost, models, traffic, verdict } = setting.comparison;
  const flip = verdict.flips.find(({ variable }) => variable === "share of input in all tokens");
  const { inputTokens, outputTokens } = traffic;
  const tokens = inputTokens + outputTokens;
  if (flip === undefined || cost.overTraffic !== null || models.length !== 2) return undefined;
  const now = inputTokens / tokens;
  const lines = pricedModels(setting).map(({ name, bill, monthlyUsd }) => {
    const outputUsd = bill.items.reduce(
      (sum, { side, usd }) => (side === "output" ? sum + usd : sum),
      0,
    );
    const allInput = ((monthlyUsd - outputUsd) / inputTokens) * tokens;
    const allOutput = (outputUsd / outputTokens) * tokens;
    return {
      label: name,
      points: [
        { x: 0, y: allOutput },
        { x: 100 * now, y: monthlyUsd, text: formatUsd(monthlyUsd) },
        { x: 100, y: allInput },
      ],
    };
  });
  return {
    kind: "lines",
    title: `${setting.nameOf(flip.changesTo)} is the cheaper where input is ${flip.value > now ? "more" : "less"} than ${formatPercent(flip.value)} of all tokens; here it is ${formatPercent(now)}`,
    words: `Lines of the cost a month over the share of input in ${formatTokensShort(tokens)} tokens; the order turns at ${formatPercent(flip.value)}.`,
    x: { label: "input, of all tokens", scale: "linear", format: "percent" },
    y: { label: "cost a month", scale: "linear", format: "usd" },
    lines,
    marks: [
      { x: 100 * now, label: `this traffic: ${formatPercent(now)} input` },
      { x: 100 * flip.value, label: `equal at ${formatPercent(flip.value)}` },
    ],
  };
}
