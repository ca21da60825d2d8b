import type { Problem } from "../../core/problems/problem.ts";
import { linksIn } from "./links-in.ts";
import { pathOf } from "./path-of.ts";

/** Asks the app for what stands at an address; throws with the reason where drawing it failed. */
export type Ask = (address: string) => Promise<Response>;

/** A file of the site as the app sends it. */
export interface DrawnFile {
  readonly address: string;
  readonly path: string;
  readonly bytes: Uint8Array;
  readonly isPage: boolean;
}

/** A link of a page to where no file stands: nothing does, or what leads elsewhere. */
export interface DeadLink {
  readonly from: string;
  readonly to: string;
}

export interface Crawl {
  /** One by one, so that no more than one is held. Throws a `BrokenPage`. */
  readonly files: AsyncGenerator<DrawnFile>;
  /** How many are known of so far. */
  readonly known: () => number;
  readonly deadLinks: () => readonly DeadLink[];
}

/** A page that cannot be exported, with why. */
export class BrokenPage extends Error {
  readonly problem: Problem;
  constructor(address: string, reason: string) {
    super(`${address}: ${reason}`);
    this.problem = { code: "page-broken", address, reason };
  }
}

/** What only a process answers; a folder of files has no part of it. */
const answeredByServers = /^\/(v1|mcp|healthz|readyz|api\/\w+)(\/|$)/;

/**
 * Every file of a site: those asked for, and those that its pages lead to. A site is whole: what is
 * drawn leads nowhere that is not.
 */
export function crawl(ask: Ask, addresses: Iterable<string>): Crawl {
  const waiting = new Set(addresses);
  const asked = new Set(waiting);
  const ledFrom = new Map<string, string>();
  const deadLinks: DeadLink[] = [];

  const follow = (from: string, html: string) => {
    for (const to of linksIn(html)) {
      if (waiting.has(to) || ledFrom.has(to) || answeredByServers.test(to)) continue;
      ledFrom.set(to, from);
      waiting.add(to);
    }
  };

  const draw = async (address: string): Promise<DrawnFile | undefined> => {
    const response = await answerAt(address, ask);
    if (response.status !== 200 && response.status < 500 && !asked.has(address)) {
      deadLinks.push({ from: ledFrom.get(address) ?? "", to: address });
      return undefined;
    }
    if (response.status !== 200) {
      throw new BrokenPage(address, `it is answered with ${response.status}`);
    }
    const bytes = new Uint8Array(await response.arrayBuffer());
    const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
    if (bytes.length === 0) throw new BrokenPage(address, "it is empty");
    if (isPage) {
      const html = new TextDecoder().decode(bytes);
      if (!html.trimEnd().endsWith("</html>")) throw new BrokenPage(address, "it has no end");
      follow(address, html);
    }
    return { address, path: pathOf(address, isPage), bytes, isPage };
  };

  async function* files() {
    for (const address of waiting) {
      const file = await draw(address);
      if (file !== undefined) yield file;
    }
  }
  return { files: files(), known: () => waiting.size, deadLinks: () => deadLinks };
}

async function answerAt(address: string, ask: Ask): Promise<Response> {
  try {
    return await ask(address);
  } catch (cause) {
    throw new BrokenPage(address, cause instanceof Error ? cause.message : String(cause));
  }
}
