import { finderOf } from "../src/core/shortlist/finder.ts";
import { type Constraint, parseConstraint } from "../src/core/verdict/constraints.ts";
import { taskById } from "../src/core/verdict/tasks.ts";
import { openCatalog } from "../src/store/compiled-catalog.ts";
import { median } from "./median.ts";

const musts = [
  ...["tools", "structured-output", "context>=128k", "output>=8k", "max-monthly=2000"],
  ...["provider!=openrouter", "commercial-use", "quantisation!=fp4,int4"],
];
const many = 40;

/** Eight constraints over the whole catalog: the first question of a process, and those after it. */
export async function benchFind(): Promise<readonly string[]> {
  const catalog = await openCatalog();
  const constraints = musts.map(constraintOf);
  const skills = taskById("rag")?.skills ?? [];
  const find = finderOf(catalog, "2026-11-20");
  const ask = (inputTokens: number, task?: string): number => {
    const start = performance.now();
    find({
      askedOn: "2026-11-20",
      traffic: { inputTokens, outputTokens: 250_000_000 },
      constraints,
      task,
      skills: task === undefined ? [] : skills,
    });
    return performance.now() - start;
  };
  const rounds = (tokensOf: (round: number) => number, task?: string) =>
    median(Array.from({ length: many }, (_, round) => ask(tokensOf(round), task))).toFixed(1);
  const same = () => 800_000_000;
  /** No bill is known beforehand. */
  const other = (round: number) => 800_000_001 + round;
  const first = ask(same());
  rounds(same);
  return [
    `find with ${musts.length} constraints over ${catalog.models.length} models and ${catalog.routes.length} routes: first question ${first.toFixed(0)} ms (reads and settles every fact), then ${rounds(same)} ms (aim 20), with a shortlist for rag ${rounds(same, "rag")} ms, for another month's traffic each time ${rounds(other)} ms`,
  ];
}

function constraintOf(text: string): Constraint {
  const read = parseConstraint(text);
  if (!read.ok) throw new Error(`no constraint: ${text}`);
  return read.value;
}
