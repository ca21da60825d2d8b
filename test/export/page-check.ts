/** An attribute of an element, as a page writes it. */
interface Attribute {
  readonly element: string;
  readonly name: string;
  readonly value: string;
}

const tags = /<([a-z][a-z0-9-]*)((?:\s+[^\s"'>/=]+(?:="[^"]*"|=[^\s>]*)?)*)\s*\/?>/gi;
const attribute = /\s+([^\s"'>/=]+)(?:="([^"]*)"|=([^\s>]*))?/g;

function attributesIn(html: string): readonly Attribute[] {
  return [...html.matchAll(tags)].flatMap(([, element = "", rest = ""]) =>
    [...rest.matchAll(attribute)].map(([, name = "", quoted, bare]) => {
      const value = (quoted ?? bare ?? "").replaceAll("&amp;", "&");
      return { element: element.toLowerCase(), name: name.toLowerCase(), value };
    }),
  );
}

/** What a strict policy about content would refuse, and ids that stand twice. */
export function faultsOf(html: string, origin: string): readonly string[] {
  const attributes = attributesIn(html);
  const ids = attributes.flatMap(({ name, value }) => (name === "id" ? [value] : []));
  const loads = ({ element, name, value }: Attribute) =>
    (name === "src" || (element === "link" && name === "href")) &&
    /^(https?:)?\/\//.test(value) &&
    !value.startsWith(`${origin}/`);
  return [
    ...ids.filter((id, index) => ids.indexOf(id) !== index).map((id) => `the id ${id} twice`),
    ...attributes.filter(({ name }) => /^(on|style$)/.test(name)).map(({ name }) => name),
    ...attributes.filter(loads).map(({ value }) => `loads ${value}`),
    ...[...html.matchAll(/<style\b|<script(?![^>]*\bsrc=)(?![^>]*ld\+json)[^>]*>/g)].map(String),
  ];
}

/** Links within the site that lead to no file, or to a place that its page does not have. */
export function brokenLinks(files: ReadonlyMap<string, string>): readonly string[] {
  const pages = [...files].filter(([path]) => path.endsWith(".html"));
  const idsOf = new Map(
    pages.map(([path, html]) => [
      path,
      new Set(attributesIn(html).flatMap(({ name, value }) => (name === "id" ? [value] : []))),
    ]),
  );
  return pages.flatMap(([path, html]) =>
    attributesIn(html)
      .filter(({ name }) => name === "href" || name === "src")
      .filter(({ value }) => /^[/#]/.test(value) && !value.startsWith("/v1"))
      .filter(({ value }) => {
        const [way = "", place] = value.split("#");
        const found = way === "" ? path : fileAt(way, files);
        const ids = idsOf.get(found ?? "");
        return found === undefined || !(place === undefined || ids?.has(decodeURIComponent(place)));
      })
      .map(({ value }) => `${path} → ${value}`),
  );
}

/** As a plain host finds it: the file itself, or the index of the folder of this name. */
function fileAt(address: string, files: ReadonlyMap<string, string>): string | undefined {
  const [way = ""] = address.split("?");
  const path = decodeURIComponent(way).slice(1);
  return [path, `${path}/index.html`, "index.html"].find(
    (each, index) => files.has(each) && (index < 2 || path === ""),
  );
}
