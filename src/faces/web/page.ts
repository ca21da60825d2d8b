import type { Problem } from "../../core/problems/problem.ts";
import type { StructuredData } from "../../core/report/structured-data.ts";
import type { Deps } from "../../operations/operation.ts";
import type { Html } from "./html.ts";

/** What stands between the head and the foot of every page. */
export interface Page {
  /** The kind of page, by which styles and scripts know it. */
  readonly kind: string;
  /** Its one address; queries that only ask otherwise are left out. */
  readonly address: string;
  readonly title: string;
  /** For search engines and link previews. */
  readonly description: string;
  readonly main: Html;
  /** For machines: JSON-LD. */
  readonly structured?: readonly StructuredData[];
  /** Nothing to be found by: it says what is wrong with an address. */
  readonly isProblem?: true;
}

export type PageAnswer =
  | { readonly kind: "page"; readonly page: Page }
  /** The page stands elsewhere: for good, or as long as the names mean what they mean today. */
  | { readonly kind: "moved"; readonly address: string; readonly isForNow: boolean }
  | {
      readonly kind: "problem";
      readonly problem: Problem;
      /** The question as it was asked, to be mended. */
      readonly form?: Html | undefined;
    };

/** What an address asks for. */
export interface PageRequest {
  /** The named parts of the path, decoded. */
  readonly parts: Readonly<Record<string, string>>;
  readonly query: URLSearchParams;
}

/** Shows what stands at an address of its kind. It asks operations and draws what they say. */
export type PageRule = (request: PageRequest, deps: Deps) => Promise<PageAnswer>;

export function shown(page: Page): PageAnswer {
  return { kind: "page", page };
}

export function refused(problem: Problem, form?: Html): PageAnswer {
  return { kind: "problem", problem, form };
}
