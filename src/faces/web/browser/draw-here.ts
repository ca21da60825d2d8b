/**
 * Draws the page that the address asks for where the host could not: one that only has files looks at
 * the path alone. What is drawn was asked by a form, so that names of other fields mean nothing.
 */
export async function drawAsAsked(): Promise<void> {
  const { asked = "" } = document.body.dataset;
  if (location.search === asked || !isAskedByForm(new URLSearchParams(location.search))) return;
  await drawAt(new URL(location.href));
}

function isAskedByForm(query: URLSearchParams): boolean {
  const fields = [...document.querySelectorAll<HTMLInputElement>("main [name]")];
  return fields.some(({ name }) => query.has(name));
}

/** Draws another page in place of this one; where it has a file of its own, goes there. */
export async function drawAt(address: URL): Promise<void> {
  const { pageHere } = await import("./engine.ts");
  const page = await pageHere(address);
  if (!("movedTo" in page)) return show(page);
  const there = new URL(page.movedTo, address);
  const { ok } = await fetch(there, { method: "HEAD" });
  if (ok) location.replace(there);
  else await drawAt(there);
}

function show({ kind, title, markup }: Readonly<Record<"kind" | "title" | "markup", string>>) {
  const main = document.querySelector("main");
  if (main === null) return;
  document.body.className = kind;
  document.title = title;
  main.innerHTML = markup;
}
