import { counted } from "../../compare/wording.ts";
import type { PairedEndpoints } from "../../runs/paired-endpoints.ts";
import type { RunReport } from "../../runs/run-report.ts";
import { left, paragraph, right, section } from "../comparison/setting.ts";
import type { Block, Line } from "../document.ts";
import { formatNumber, formatPoints } from "../format.ts";
import { testNames } from "../test-names.ts";
import { differenceChart } from "./run-charts.ts";
import { intervalPoints, pText, signedPoints } from "./run-words.ts";

type Paired = Pick<RunReport, "paired">;

/** Every pair with its test, and what could not be compared. */
export function pairedBlocks(report: Paired): readonly Block[] {
  const { paired } = report;
  if (paired.length === 0) return [];
  const columns = [
    left(""),
    left("difference"),
    left("test"),
    right("prompts"),
    right("to show it"),
  ];
  return section("Paired by prompt", [
    ...differenceChart(report),
    {
      kind: "table",
      columns,
      rows: paired.map((pair): readonly Line[] => [
        `${pair.b} against ${pair.a}`,
        `${signedPoints(pair.difference)}${pair.interval95 === null ? "" : ` (${intervalPoints(pair.interval95)})`}`,
        `${testNames[pair.test]}${pair.p === null ? "" : `, ${pText(pair.p)}`}${holmText(pair)}`,
        String(pair.n),
        pair.itemsNeeded === null ? "" : formatNumber(pair.itemsNeeded, 0),
      ]),
    },
    ...paired.flatMap((pair) => leftOutLines(pair).map(paragraph)),
    ...manyLines(report).map(paragraph),
  ]);
}

function holmText({ amongPairs }: PairedEndpoints): string {
  const p = amongPairs?.p ?? null;
  return p === null ? "" : `, ${pText(p)} by Holm`;
}

/** Who looks at many pairs finds one by luck: what of the answers stays when that is counted. */
function manyLines({ paired }: Paired): readonly string[] {
  const count = paired[0]?.amongPairs?.pairs;
  if (count === undefined) return [];
  const lost = paired.flatMap(({ b, decision, amongPairs }) => {
    const p = amongPairs?.marginP ?? null;
    if (decision?.outcome !== "not-worse" || p === null || p <= 1 - decision.level) return [];
    const points = formatPoints(decision.margin * 100).replace("+", "");
    return [
      `Picked as the best of ${count}, ${b} is not shown to be within ${points} points: ${pText(p)} by Holm. By itself it is.`,
    ];
  });
  return [
    `${count} pairs were looked at together. Beside each p value stands the one that counts for whoever picks a pair out of all of them (Holm).`,
    ...lost,
  ];
}

function leftOutLines({ b, leftOut }: PairedEndpoints): readonly string[] {
  const { onlyInA, onlyInB, withoutScoreInA, withoutScoreInB } = leftOut;
  const one = onlyInA.length + onlyInB.length;
  const unscored = withoutScoreInA.length + withoutScoreInB.length;
  const why = [
    ...(one > 0 ? [`${counted(one, "prompt")} answered on one side alone`] : []),
    ...(unscored > 0 ? [`${counted(unscored, "prompt")} without an answer or a grade`] : []),
  ];
  return why.length === 0 ? [] : [`Not compared with ${b}: ${why.join(", ")}.`];
}
