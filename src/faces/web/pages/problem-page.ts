import { describeProblem } from "../../../core/problems/describe-problem.ts";
import type { Problem } from "../../../core/problems/problem.ts";
import { withRuns } from "../document/line-html.ts";
import { type Html, html } from "../html.ts";
import type { Page } from "../page.ts";

/** What is wrong with an address, and one next step; the question where it can be mended. */
export function problemPage(
  { problem, form }: { readonly problem: Problem; readonly form?: Html | undefined },
  address: string,
): Page {
  const { title, remedy } = describeProblem(problem);
  return {
    kind: "problem",
    address,
    title,
    description: remedy,
    isProblem: true,
    main: html`<header><h1>${withRuns(title)}</h1></header><p>${withRuns(remedy)}</p>${form}`,
  };
}

/** The same in a line, where the question stands. */
export function problemHtml(problem: Problem): Html {
  const { title, remedy } = describeProblem(problem);
  return html`<p id=problem>${withRuns(title)} ${withRuns(remedy)}</p>`;
}
