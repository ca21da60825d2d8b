import type { Answer, Ask } from "./answer.ts";
import { brokenPage } from "./broken-export.ts";
import type { Drawing } from "./drawing.ts";
import { pathOf } from "./path-of.ts";

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
  /** One by one, so that few are held. Throws a `BrokenExport`. */
  readonly files: AsyncGenerator<DrawnFile>;
  /** How many are known of so far. */
  readonly known: () => number;
  readonly deadLinks: () => readonly DeadLink[];
}

/** What only a process answers; a folder of files has no part of it. */
const answeredByServers = /^\/(v1|mcp|healthz|readyz|api\/\w+)(\/|$)/;

/**
 * Every file of a site: those asked for, and those that its pages lead to. A site is whole: what is
 * drawn leads nowhere that is not. Several are asked for at once, and taken in the order in which they
 * came to be known, so that what comes out is the same however long each took.
 */
export function crawl(
  { ask, together, atOnce }: Omit<Drawing, "end">,
  addresses: Iterable<string>,
): Crawl {
  const asked = new Set(addresses);
  const known = new Set(asked);
  const waiting = [...asked];
  const ledFrom = new Map<string, string>();
  const deadLinks: DeadLink[] = [];

  const follow = (from: string, { links }: Answer) => {
    for (const to of links) {
      if (known.has(to) || answeredByServers.test(to)) continue;
      ledFrom.set(to, from);
      known.add(to);
      waiting.push(to);
    }
  };

  const fileOf = (address: string, answer: Answer): DrawnFile | undefined => {
    const { status, bytes, isPage, isWhole, failure } = answer;
    if (failure !== undefined) throw brokenPage(address, failure);
    if (status !== 200 && status < 500 && !asked.has(address)) {
      deadLinks.push({ from: ledFrom.get(address) ?? "", to: address });
      return undefined;
    }
    if (status !== 200) throw brokenPage(address, `it is answered with ${status}`);
    if (bytes.length === 0) throw brokenPage(address, "it is empty");
    if (!isWhole) throw brokenPage(address, "it has no end");
    follow(address, answer);
    return { address, path: pathOf(address, isPage), bytes, isPage };
  };

  const underWay: Asked[] = [];
  let begun = 0;
  const oldest = (): Asked | undefined => {
    while (underWay.length < atOnce && begun < waiting.length) {
      const some = waiting.slice(begun, begun + together);
      underWay.push({ addresses: some, answers: begin(some, ask) });
      begun += some.length;
    }
    return underWay.shift();
  };

  async function* files() {
    for (let next = oldest(); next !== undefined; next = oldest()) {
      const answers = await next.answers;
      for (const [index, address] of next.addresses.entries()) {
        const answer = answers[index];
        if (answer === undefined) throw brokenPage(address, "it is not answered");
        const file = fileOf(address, answer);
        if (file !== undefined) yield file;
      }
    }
  }
  return { files: files(), known: () => known.size, deadLinks: () => deadLinks };
}

interface Asked {
  readonly addresses: readonly string[];
  readonly answers: Promise<readonly Answer[]>;
}

/** A failure is thrown to who waits for it; where nobody does any more, it is none. */
function begin(addresses: readonly string[], ask: Ask): Promise<readonly Answer[]> {
  const answers = ask(addresses).catch((cause: unknown) => {
    throw brokenPage(addresses[0] ?? "", cause);
  });
  answers.catch(() => {});
  return answers;
}
