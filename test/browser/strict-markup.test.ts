import { describe, expect, inject, test } from "vitest";
import { pageTypes } from "./page-types.ts";

/** What the policy of the site would not run or apply, so that no page may hold it. */
const refused = [
  { what: "a style in an attribute", pattern: /<[^>]+\sstyle\s*=/gi },
  { what: "a style in an element", pattern: /<style\b/gi },
  { what: "a handler in an attribute", pattern: /<[^>]+\son[a-z]+\s*=/gi },
  { what: "a script in an address", pattern: /<[^>]+=\s*["']?\s*javascript:/gi },
  {
    what: "a script in the page, but data",
    pattern: /<script\b(?![^>]*\ssrc=)(?!\stype="?application\/ld\+json)[^>]*>/gi,
  },
  {
    what: "anything loaded from elsewhere",
    pattern: /<(?!a\b)[^>]+\ssrc\s*=\s*["']?(https?:)?\/\//gi,
  },
];

const cases = pageTypes.flatMap((type) => refused.map((rule) => ({ ...type, ...rule })));

describe("the markup of a page", () => {
  test.each(cases)("$name holds no $what", async ({ path, pasted, pattern }) => {
    const sent =
      pasted === undefined ? {} : { method: "POST", body: new URLSearchParams({ code: pasted }) };
    const response = await fetch(`${inject("origin")}${path}`, {
      headers: { Accept: "text/html" },
      ...sent,
    });
    expect(response.headers.get("Content-Security-Policy")).not.toContain("unsafe");
    expect((await response.text()).match(pattern)).toBeNull();
  });
});
