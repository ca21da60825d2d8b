import type { Deps } from "../../operations/operation.ts";
import type { PageAnswer, PageRule } from "./page.ts";
import { comparisonPage } from "./pages/comparison-page.ts";
import { homePage } from "./pages/home-page.ts";

/** Every kind of page. */
const pageRules: readonly PageRule[] = [homePage, comparisonPage];

/** What stands at an address; undefined: nothing does. */
export async function pageAt(address: URL, deps: Deps): Promise<PageAnswer | undefined> {
  for (const rule of pageRules) {
    const parts = partsOf(rule.path, address.pathname);
    if (parts !== undefined) return rule.load({ parts, query: address.searchParams }, deps);
  }
  return undefined;
}

function partsOf(pattern: string, path: string): Readonly<Record<string, string>> | undefined {
  const [wanted, given] = [pattern.split("/"), path.split("/")];
  if (wanted.length !== given.length) return undefined;
  const parts: Record<string, string> = {};
  for (const [index, want] of wanted.entries()) {
    const part = decoded(given[index] ?? "");
    if (part === undefined) return undefined;
    if (!want.startsWith(":")) {
      if (part !== want) return undefined;
    } else {
      if (part === "") return undefined;
      parts[want.slice(1)] = part;
    }
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
