import fc from "fast-check";
import { describe, expect, test } from "vitest";
import type { Answer, Ask } from "./answer.ts";
import { crawl } from "./crawl.ts";

/** A site as the links of each page, by number. A number beyond the last leads nowhere. */
const sites = fc.array(fc.array(fc.nat(30), { maxLength: 5 }), { minLength: 1, maxLength: 20 });

function answerIn(site: readonly (readonly number[])[], address: string): Answer {
  const links = site[Number(address.slice(1))];
  const page = { bytes: new TextEncoder().encode(address), isPage: true, isWhole: true };
  return links === undefined
    ? { ...page, status: 404, links: [] }
    : { ...page, status: 200, links: links.map((to) => `/${to}`) };
}

type AskOne = (address: string) => Promise<Answer>;
interface Bounds {
  readonly together: number;
  readonly atOnce: number;
}
const alone: Bounds = { together: 1, atOnce: 1 };
const bounds = fc.record({
  together: fc.integer({ min: 1, max: 4 }),
  atOnce: fc.integer({ min: 1, max: 6 }),
});

async function crawled(askOne: AskOne, bounds: Bounds) {
  const ask: Ask = (addresses) => Promise.all(addresses.map(askOne));
  const { files, deadLinks, known } = crawl({ ask, ...bounds }, ["/0"]);
  const addresses: string[] = [];
  for await (const { address } of files) addresses.push(address);
  return { addresses, deadLinks: deadLinks(), known: known() };
}

describe("a crawl with several pages under way", () => {
  test("comes to the same, whichever is drawn first", async () => {
    await fc.assert(
      fc.asyncProperty(sites, bounds, fc.scheduler(), async (site, bounds, scheduler) => {
        const expected = await crawled(async (address) => answerIn(site, address), alone);
        let [underWay, most] = [0, 0];
        const drawn = crawled(async (address) => {
          most = Math.max(most, ++underWay);
          await scheduler.schedule(Promise.resolve());
          underWay--;
          return answerIn(site, address);
        }, bounds);
        expect(await scheduler.waitFor(drawn)).toEqual(expected);
        expect(most).toBeLessThanOrEqual(bounds.together * bounds.atOnce);
      }),
    );
  });

  test("fails with the page that was known first, whichever fails first", async () => {
    const site = [[1, 2, 3, 4], [], [], [], []];
    await fc.assert(
      fc.asyncProperty(bounds, fc.scheduler(), async (bounds, scheduler) => {
        const drawn = crawled(async (address) => {
          await scheduler.schedule(Promise.resolve());
          const answer = answerIn(site, address);
          return address < "/2" ? answer : { ...answer, failure: `${address} is lost` };
        }, bounds);
        const failed = drawn.catch((cause: unknown) => cause);
        const problem = { code: "page-broken", address: "/2", reason: "/2 is lost" };
        expect(await scheduler.waitFor(failed)).toMatchObject({ problem });
      }),
    );
  });

  test("fails where what was asked of fails", async () => {
    const ask: Ask = async () => {
      throw new Error("it is out of order");
    };
    const drawn = crawl({ ask, together: 2, atOnce: 2 }, ["/0", "/1", "/2"]).files.next();
    const problem = { code: "page-broken", address: "/0", reason: "it is out of order" };
    await expect(drawn).rejects.toMatchObject({ problem });
  });
});
