/** Addresses of its own site that a page leads to or loads, each once, without what stands behind `?` and `#`. */
export function linksIn(html: string): ReadonlySet<string> {
  const found = new Set<string>();
  for (const [, quoted, bare] of html.matchAll(pointers)) {
    const [address = ""] = (quoted ?? bare ?? "").split(/[?#]/);
    if (!address.startsWith("//")) found.add(address.replaceAll("&amp;", "&"));
  }
  return found;
}

/** Attributes that point to a place within the site. Where forms are sent is answered by a server or a script. */
const pointers = /\s(?:href|src)=(?:"(\/[^"]*)"|(\/[^\s">]*))/g;
