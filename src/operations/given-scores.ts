import { z } from "zod";
import { type ResultFile, resultFile } from "../core/paired/scored-result.ts";

const promptsAtMost = 100_000;

const asScores = 'Expected scores, such as [1, 0, 1] or [{ "prompt": "p1", "score": 1 }]';
const asName = "Expected a name of 1 to 200 characters";

const Name = z.string({ error: asName }).min(1, { error: asName }).max(200, { error: asName });

const Given = z.strictObject(
  {
    prompt: Name,
    score: z
      .number({ error: "Expected a number, or null where there was no answer" })
      .nullable()
      .describe("Null: there was no answer."),
    cluster: Name.nullish().describe("Prompts of one source do not count as independent."),
  },
  { error: asScores },
);

/** Scores as they were sent, instead of a file of them. */
export const GivenScores = z
  .array(z.union([z.number(), Given], { error: asScores }), { error: asScores })
  .min(1, { error: "Expected at least one score" })
  .max(promptsAtMost, { error: "Expected at most 100,000 scores" });

/** Plain numbers are paired by their place; the same prompt again is a repetition. */
export function givenResults(name: string, scores: z.output<typeof GivenScores>): ResultFile {
  const results = scores.map((given, place) => {
    const { prompt, score, cluster } =
      typeof given === "number"
        ? { prompt: `prompt ${place + 1}`, score: given, cluster: undefined }
        : given;
    return {
      prompt,
      endpoint: name,
      cluster: cluster ?? undefined,
      scores: score === null ? {} : { score },
    };
  });
  return resultFile("the scores given", "given", results);
}
