import { test } from "vitest";
import { contextOf } from "../../../test/builders/context-of.ts";
import { largeAheadRow, twoModels } from "../../../test/builders/two-models.ts";
import { summaryOf } from "./summary.ts"; import { scorecardOf } from "./scorecard.ts"; import { specificationsOf } from "./specifications.ts";
import { capabilitiesOf } from "./capabilities.ts"; import { routesOf } from "./compared-routes.ts"; import { portraitsOf } from "./portraits.ts";
import { selfHostingOf } from "./self-hosting.ts"; import { fineTuningOf } from "./fine-tuning.ts"; import { deepDiveOf } from "./deep-dive.ts";
import { questionsOf } from "./questions.ts"; import { relatedOf } from "./related.ts"; import { conflictsOf } from "./conflicts.ts";
import { tradeoffsOf } from "../tradeoffs/tradeoffs.ts"; import { movesOf } from "../switching/moves.ts";
test("x", () => {
  const c = contextOf(twoModels(), { rows: [largeAheadRow()] });
  for (const f of [summaryOf, scorecardOf, specificationsOf, capabilitiesOf, routesOf, tradeoffsOf, movesOf, portraitsOf, selfHostingOf, fineTuningOf, deepDiveOf, questionsOf, relatedOf, conflictsOf])
    console.log(f.name, JSON.stringify(f(c), (k, v) => (k === "sources" ? undefined : v), 1).replace(/\n\s*/g, " "));
});
