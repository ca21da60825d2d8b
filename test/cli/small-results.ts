import type { ResultFile } from "../../src/core/paired/scored-result.ts";
import type { Outcome } from "../../src/core/problems/problem.ts";
import { parseResults } from "../../src/measure/result-files/parse-results.ts";

/** Twenty prompts: both solve the first ten, the newer four more, the older one, and one failed. */
const run = (endpoint: string, solved: (place: number) => boolean, failed: number) =>
  Array.from({ length: 20 }, (_, place) => {
    const isPass = solved(place);
    const grade = { grader: "exact", version: "1", score: isPass ? 1 : 0, isPass };
    const isFailure = place === failed;
    return JSON.stringify({
      prompt: `ticket-${String(place + 1).padStart(2, "0")}`,
      endpoint,
      grades: isFailure ? [] : [grade],
      failure: isFailure ? { code: "stalled" } : null,
    });
  }).join("\n");

const files: Readonly<Record<string, string>> = {
  "before.jsonl": run("gpt-4.1", (place) => place < 10 || place === 14, 19),
  "after.jsonl": run("qwen3.5-4b", (place) => place < 14, -1),
  "judged.csv":
    "id,model,score,cluster\n" +
    Array.from({ length: 12 }, (_, place) => {
      const [a, b] = [0.5 + (place % 3) / 10, 0.55 + (place % 4) / 10];
      const document = `report-${Math.floor(place / 3) + 1}`;
      return `q${place + 1},gpt-4.1,${a},${document}\nq${place + 1},qwen3.5-4b,${b},${document}\n`;
    }).join(""),
  "broken.csv": "id,score\nq1,1\nq2,good\n",
};

/** Result files of a small world. */
export async function readSmallResults(file: string): Promise<Outcome<ResultFile>> {
  const text = files[file];
  if (text !== undefined) return parseResults(text, file);
  const reason = "there is no such file or folder";
  return { ok: false, problem: { code: "file-unreadable", file, reason } };
}
