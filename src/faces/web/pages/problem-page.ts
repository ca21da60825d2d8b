import { html } from "hono/html";
import { describeProblem } from "../../../core/problems/describe-problem.ts";
import type { Problem } from "../../../core/problems/problem.ts";
import { cleanText } from "../../../core/report/clean-text.ts";
import type { Html } from "../document/html.ts";
import type { Page } from "../page.ts";

/** What is wrong with an address, and one next step. */
export function problemPage(problem: Problem, address: string): Page {
  const { title, remedy } = describeProblem(problem);
  return {
    kind: "problem",
    address,
    title,
    description: remedy,
    isProblem: true,
    main: html`<header><h1>${cleanText(title)}</h1></header><p>${cleanText(remedy)}</p>`,
  };
}

/** The same in a line, where the question stands. */
export function problemHtml(problem: Problem): Html {
  const { title, remedy } = describeProblem(problem);
  return html`<p id=problem>${cleanText(title)} ${cleanText(remedy)}</p>`;
}
