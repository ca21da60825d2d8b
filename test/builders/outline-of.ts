/** A start tag of a page, as it stands there. */
interface StartTag {
  readonly name: string;
  /** By name; values with their entities read. */
  readonly attributes: ReadonlyMap<string, string>;
}

const comment = /<!doctype html>/g;
const attribute = /\s+([^\s=>"'<]+)(?:=(?:"([^"]*)"|'([^']*)'|([^\s>"'<]+)))?/g;
const tag = new RegExp(`<(/?)([a-z][a-z0-9-]*)((?:${attribute.source})*)\\s*/?>`, "g");

/** Every start tag of a page; throws where a sign of markup stands in no tag. */
export function tagsIn(html: string): readonly StartTag[] {
  const rest = html.replace(comment, "").replace(tag, "");
  const stray = rest.indexOf("<");
  if (stray >= 0) throw new Error(`Markup in no tag: ${rest.slice(stray, stray + 80)}`);
  return [...html.matchAll(tag)].flatMap(([, end, name = "", inside = ""]) =>
    end === "/" ? [] : [{ name, attributes: attributesIn(inside) }],
  );
}

/** `a href`: each element with each of its attributes, once. */
export function outlineOf(html: string): ReadonlySet<string> {
  return new Set(
    tagsIn(html).flatMap(({ name, attributes }) => [
      name,
      ...[...attributes.keys()].map((each) => `${name} ${each}`),
    ]),
  );
}

function attributesIn(inside: string): ReadonlyMap<string, string> {
  return new Map(
    [...inside.matchAll(attribute)].map(([, name = "", double, single, bare]) => [
      name.toLowerCase(),
      readEntities(double ?? single ?? bare ?? ""),
    ]),
  );
}

const entities: Readonly<Record<string, string>> = {
  amp: "&",
  lt: "<",
  gt: ">",
  quot: '"',
  apos: "'",
};

function readEntities(text: string): string {
  return text.replace(/&(?:#(\d+)|#x([0-9a-f]+)|(\w+));/gi, (whole, decimal, hex, name) => {
    if (decimal !== undefined) return String.fromCodePoint(Number(decimal));
    if (hex !== undefined) return String.fromCodePoint(Number.parseInt(hex, 16));
    return entities[name] ?? whole;
  });
}
