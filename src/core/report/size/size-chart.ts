import { type Hosting, hostingMonthlyUsd } from "../../sizing/break-even.ts";
import type { BreakEvenRow } from "../../sizing/break-even-rows.ts";
import type { SizeAnswer } from "../../sizing/size-answer.ts";
import type { LineChart } from "../chart.ts";
import type { Block } from "../document.ts";
import { formatPercent, formatTokensShort } from "../format.ts";
import { estimateMtok, estimateUsd, gpusText } from "./estimate-text.ts";

const tokensPerMtok = 1e6;
const stepsAtMost = 12;

/** A month of machines, which grows in steps, beside the same tokens bought. */
export function sizeChart(answer: SizeAnswer): readonly Block[] {
  const hosting = hostingIn(answer);
  const priced = answer.breakEven.flatMap((row) =>
    row.apiUsdPerMtok === null ? [] : [{ row, price: row.apiUsdPerMtok }],
  );
  if (hosting === undefined || priced.length === 0) return [];
  const end = endOf(hosting, answer.breakEven);
  const chart: LineChart = {
    kind: "lines",
    title: titleOf(answer.breakEven),
    words: wordsOf(answer, hosting, priced),
    x: { label: "tokens a month, in and out", scale: "linear", format: "tokens" },
    y: { label: "cost a month", scale: "linear", format: "usd" },
    lines: [
      { label: machinesText(answer), points: stepsOf(hosting, end) },
      ...priced.map(({ row, price }) => ({
        label: labelOf(row),
        points: [0, end].map((mtok) => ({ x: mtok * tokensPerMtok, y: mtok * price })),
      })),
    ],
    marks: marksOf(answer.breakEven),
  };
  return [{ kind: "chart", chart }];
}

function hostingIn(answer: SizeAnswer): Hosting | undefined {
  const { hourlyUsd, capacityMtok, replicas, operationsUsd } = answer;
  if (hourlyUsd === null || capacityMtok === null) return undefined;
  const spareReplicas = replicas > 1 ? 1 : 0;
  return { usdPerHour: hourlyUsd, replicas, spareReplicas, operationsUsd, capacityMtok };
}

/** Far enough to see every crossing, and no farther than a few steps. */
function endOf({ capacityMtok }: Hosting, rows: readonly BreakEvenRow[]): number {
  const worth = rows.flatMap(({ paysFrom, month }) => [
    ...(paysFrom === null ? [] : [1.5 * paysFrom.mtokPerMonth]),
    ...(month === null ? [] : [1.2 * month.mtok]),
  ]);
  return Math.min(stepsAtMost * capacityMtok, Math.max(3 * capacityMtok, ...worth));
}

/** Each step begins where the replicas before it are full. */
function stepsOf(hosting: Hosting, end: number): readonly { x: number; y: number }[] {
  const steps = Math.ceil(end / hosting.capacityMtok);
  return Array.from({ length: steps }, (_, step) => step).flatMap((step) => {
    const from = step * hosting.capacityMtok;
    const to = Math.min(end, from + hosting.capacityMtok);
    const y = hostingMonthlyUsd(hosting, (from + to) / 2);
    return [from, to].map((mtok) => ({ x: mtok * tokensPerMtok, y }));
  });
}

function titleOf(rows: readonly BreakEvenRow[]): string {
  const pays = rows.filter(({ paysFrom }) => paysFrom !== null);
  if (pays.length === 0) return "Machines of your own do not pay at any traffic";
  const [first] = [...pays].sort(
    (a, b) => (a.paysFrom?.mtokPerMonth ?? 0) - (b.paysFrom?.mtokPerMonth ?? 0),
  );
  const from = estimateMtok(first?.paysFrom?.mtokPerMonth ?? 0);
  return `Machines of your own pay from about ${from} a month on, against ${first?.model ?? ""}`;
}

function wordsOf(
  answer: SizeAnswer,
  { capacityMtok }: Hosting,
  priced: readonly { readonly row: BreakEvenRow; readonly price: number }[],
): string {
  const bought = priced.map(
    ({ row, price }) => `${labelOf(row)} at ${estimateUsd(price)} a million tokens`,
  );
  return `A month of ${machinesText(answer)} in steps of ${estimateMtok(capacityMtok)} at ${formatPercent(answer.utilisation)} use, beside straight lines of ${bought.join(" and ")}.`;
}

function marksOf(rows: readonly BreakEvenRow[]): LineChart["marks"] {
  const month = rows.find((row) => row.month !== null)?.month;
  return [
    ...(month === undefined || month === null
      ? []
      : [
          {
            x: month.mtok * tokensPerMtok,
            label: `this traffic: ${formatTokensShort(month.mtok * tokensPerMtok)}`,
          },
        ]),
    ...rows.flatMap(({ paysFrom, model }) =>
      paysFrom === null
        ? []
        : [
            {
              x: paysFrom.mtokPerMonth * tokensPerMtok,
              label: `pays against ${model}: ${estimateMtok(paysFrom.mtokPerMonth)}`,
            },
          ],
    ),
  ];
}

function machinesText({ gpus, gpuName }: SizeAnswer): string {
  return gpusText(gpus, gpuName ?? "");
}

function labelOf({ isSameModel, model, route }: BreakEvenRow): string {
  return isSameModel ? `the same over an API (${route ?? model})` : model;
}
