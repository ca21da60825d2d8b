import type { Mark } from "../../../core/report/document.ts";
import type { Html } from "../html.ts";

/** How the marks of one page are drawn and what they open. */
export interface Marks {
  /** What stands behind a figure, to be pressed. */
  readonly markHtml: (mark: Mark, isNarrow?: boolean) => Html | string;
  /** What the marks open that is nowhere else on the page; asked for when all marks are drawn. */
  readonly openedHtml: () => Html | string;
  /** Every source of the page. */
  readonly sourcesHtml: () => Html;
}
