import { describe, expect, inject, test } from "vitest";
import { faultsOf } from "../export/page-check.ts";
import { type PageType, pageTypes } from "./page-types.ts";

async function markupOf({ path, pasted }: PageType): Promise<Response> {
  const address = `${inject("origin")}${path}`;
  if (pasted === undefined) return fetch(address, { headers: { Accept: "text/html" } });
  return fetch(address, { method: "POST", body: new URLSearchParams({ code: pasted }) });
}

describe("the markup of a page holds nothing that its own policy refuses", () => {
  test.each(pageTypes)("$name", async (type) => {
    const response = await markupOf(type);
    const policy = response.headers.get("Content-Security-Policy");
    expect(policy).toContain("default-src 'none'");
    expect(policy).not.toContain("unsafe");
    expect(faultsOf(await response.text(), inject("origin"))).toEqual([]);
  });
});

describe("what a page lets people press leads somewhere in it", () => {
  test.each(pageTypes)("$name", async (type) => {
    const markup = await (await markupOf(type)).text();
    const ids = new Set(valuesOf(markup, "id"));
    const pressed = [...valuesOf(markup, "popovertarget"), ...valuesOf(markup, "href", "#")];
    expect(pressed.filter((id) => !ids.has(id))).toEqual([]);
  });
});

/** The values of an attribute that begin so, without that beginning. */
function valuesOf(markup: string, attribute: string, beginning = ""): readonly string[] {
  const pattern = new RegExp(`<[^>]*\\s${attribute}="?${beginning}([^\\s">]*)`, "g");
  return [...markup.matchAll(pattern)].flatMap(([, value = ""]) => value || []);
}

const planted = [
  { markup: "<p style=color:red>", because: "a style in an attribute" },
  { markup: '<p onclick="go()">', because: "a handler in an attribute" },
  { markup: "<style>p{}</style>", because: "a style in the page" },
  { markup: "<script>go()</script>", because: "a script in the page" },
  { markup: "<img src=//elsewhere.example/dot.png>", because: "a picture from elsewhere" },
  { markup: "<p id=a><p id=a>", because: "an id that stands twice" },
];

describe("what a policy refuses is found", () => {
  test.each(planted)("$because", ({ markup }) => {
    expect(faultsOf(markup, "http://localhost")).toHaveLength(1);
  });

  test("but for data", () => {
    const data = '<script type="application/ld+json">{}</script>';
    expect(faultsOf(data, "http://localhost")).toEqual([]);
  });
});
