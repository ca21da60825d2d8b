import { groupBy } from "../../core/group-by.ts";
import { cleanLines } from "../../core/report/clean-lines.ts";
import type {
  Disagreement,
  PairedEndpoints,
  SideBySide,
} from "../../core/runs/paired-endpoints.ts";
import { answerText, promptText } from "../../core/runs/prompt-text.ts";
import type { CellResult } from "../../core/runs/result.ts";
import type { RunReport } from "../../core/runs/run-report.ts";
import { cellsOf } from "../suite/cells-of.ts";
import type { OpenedRun } from "./opened-run.ts";

const charsAtMost = 2000;
/** Of prompts asked more often the rest is not looked at. */
const repetitionsAtMost = 5;

/** Puts beside each disagreement what was asked and what both said. */
export async function withTexts(
  report: RunReport,
  { store, suite }: OpenedRun,
): Promise<RunReport> {
  const wanted = new Set(report.paired.flatMap(({ disagreements }) => disagreements.map(nameOf)));
  const asked = new Map(
    suite.prompts.filter(({ id }) => wanted.has(id)).map((prompt) => [prompt.id, prompt]),
  );
  const few = wanted.size === 0 ? [] : cellsOf(suite, (prompt) => wanted.has(prompt));
  const ofPrompt = groupBy([...few], ({ prompt }) => prompt);
  const resultsOf = async (prompt: string, endpoint: string) => {
    const own = (ofPrompt.get(prompt) ?? []).filter((cell) => cell.endpoint === endpoint);
    const found: CellResult[] = [];
    for (const { key } of own.slice(0, repetitionsAtMost)) {
      const result = await store.result(report.run, key);
      if (result !== undefined) found.push(result);
    }
    return found;
  };
  const textsOf = async (
    { a, b, grader }: PairedEndpoints,
    { prompt, a: scoreA, b: scoreB }: Disagreement,
  ): Promise<SideBySide | null> => {
    const found = asked.get(prompt);
    if (found === undefined) return null;
    const typical = (results: readonly CellResult[], isHigher: boolean) =>
      saidOf(results, { grader, isHigher });
    return {
      asked: cleanLines(promptText(found), charsAtMost),
      a: typical(await resultsOf(prompt, a), scoreA > scoreB),
      b: typical(await resultsOf(prompt, b), scoreB > scoreA),
    };
  };
  const paired: PairedEndpoints[] = [];
  for (const pair of report.paired) {
    const disagreements: Disagreement[] = [];
    for (const each of pair.disagreements) {
      disagreements.push({ ...each, texts: await textsOf(pair, each) });
    }
    paired.push({ ...pair, disagreements });
  }
  return { ...report, paired };
}

const nameOf = ({ prompt }: Disagreement) => prompt;

/** Of several repetitions the one that shows best why the two differ. */
function saidOf(
  results: readonly CellResult[],
  { grader, isHigher }: { readonly grader: string; readonly isHigher: boolean },
): string {
  const scored = results.flatMap(({ answer, grades }) => {
    const score = grades.find((grade) => grade.grader === grader)?.score;
    return answer === null || score === undefined ? [] : [{ answer, score }];
  });
  const [best] = scored.sort((x, y) => (isHigher ? y.score - x.score : x.score - y.score));
  return best === undefined ? "" : cleanLines(answerText(best.answer), charsAtMost);
}
