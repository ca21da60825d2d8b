import type { Deps } from "../../operations/operation.ts";
import type { PageAnswer, PageRule } from "./page.ts";

/** Every kind of page: where it stands, and what draws it, loaded when it is asked for. */
const pageRules: Readonly<Record<string, () => Promise<PageRule>>> = {
  "/": async () => (await import("./pages/home-page.ts")).homePage,
  "/compare": async () => (await import("./pages/pick-page.ts")).pickPage,
  "/compare/:slug": async () => (await import("./pages/comparison-page.ts")).comparisonPage,
  "/models/:maker/:model": async () => (await overviewPages()).modelPage,
  "/providers/:id": async () => (await overviewPages()).providerPage,
  "/benchmarks/:id": async () => (await overviewPages()).benchmarkPage,
  "/find": async () => (await import("./pages/find-page.ts")).findPage,
  "/scan": async () => (await import("./pages/scan-page.ts")).scanPage,
  "/evidence": async () => (await import("./pages/evidence-page.ts")).evidencePage,
  "/evidence/:run": async () => (await import("./pages/run-page.ts")).runPage,
  "/method": async () => (await import("./pages/method-page.ts")).methodPage,
  "/api": async () => (await import("./pages/reference-page.ts")).referencePage,
  "/api/:operation": async () => (await import("./pages/tried-page.ts")).triedPage,
  "/changes": async () => (await import("./pages/changes-page.ts")).changesPage,
};

/** Pages that stand at one address each, whatever the catalog holds. */
export const fixedPages: readonly string[] = Object.keys(pageRules).filter(
  (pattern) => !pattern.includes(":"),
);

/** Whether what a page shows changes with what is measured. */
export function showsRuns(path: string): boolean {
  return path === "/evidence" || path.startsWith("/evidence/");
}

function overviewPages() {
  return import("./pages/overview-pages.ts");
}

/** What stands at an address; undefined: nothing does. */
export async function pageAt(
  { pathname, searchParams }: URL,
  deps: Deps,
): Promise<PageAnswer | undefined> {
  for (const [pattern, ruleOf] of Object.entries(pageRules)) {
    const parts = partsOf(pattern, pathname);
    if (parts === undefined) continue;
    const load = await ruleOf();
    return load({ parts, query: searchParams }, deps);
  }
  return undefined;
}

/** The named parts of a path that a pattern fits, decoded; undefined: it does not fit. */
function partsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const part = decoded(given[index] ?? "");
    const isNamed = want.startsWith(":");
    if (part === undefined || (isNamed ? part === "" : part !== want)) return undefined;
    if (isNamed) parts[want.slice(1)] = part;
  }
  return parts;
}

function decoded(part: string): string | undefined {
  try {
    return decodeURIComponent(part);
  } catch {
    return undefined;
  }
}
