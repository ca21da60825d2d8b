import { addressOf } from "../../../core/catalog/page-address.ts";
import { describeProblem } from "../../../core/problems/describe-problem.ts";
import type { Problem } from "../../../core/problems/problem.ts";
import { linked, type NamedTarget } from "../../../core/report/linked.ts";
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
    main: html`<header><h1>${withRuns(title)}</h1></header><p>${remedyHtml(problem, remedy)}</p>${form}`,
  };
}

/** The same in a line, where the question stands. */
export function problemHtml(problem: Problem): Html {
  const { title, remedy } = describeProblem(problem);
  return html`<p id=problem>${withRuns(title)} ${remedyHtml(problem, remedy)}</p>`;
}

/** What may have been meant leads there. */
function remedyHtml(problem: Problem, remedy: string): Html {
  const closest = "closest" in problem ? problem.closest : [];
  const each = closest.map((id) => ({ id }));
  const known = { models: each, providers: each, benchmarks: each };
  const named = closest.flatMap((name): NamedTarget[] => {
    const kind = kindOf(problem);
    return kind === undefined ? [] : [{ name, to: { kind, id: name } }];
  });
  return html`${linked(remedy, named).map(({ text, to }) => {
    const address = to === undefined ? undefined : addressOf(known, to);
    return address === undefined ? withRuns(text) : html`<a href="${address}">${text}</a>`;
  })}`;
}

function kindOf(problem: Problem): "model" | "provider" | "benchmark" | undefined {
  if (problem.code === "model-not-found") return "model";
  if (problem.code !== "not-found") return undefined;
  return problem.what === "provider" || problem.what === "benchmark" ? problem.what : undefined;
}
