/**
 * Brings the page in line with a newly drawn one, part by part: what did not change keeps its place,
 * its focus and what is open in it. The question is left as it is being asked.
 */
export function mend(markup: string): void {
  const drawn = document.createElement("template");
  drawn.innerHTML = markup;
  for (const part of ["main > header", "#answer", "#parts", "#marks", "#problem"]) {
    const old = document.querySelector(part);
    const fresh = drawn.content.querySelector(part.replace("main > ", ""));
    if (old !== null && fresh !== null) mendChildren(old, fresh);
  }
}

function mendChildren(old: Element, fresh: Element): void {
  const olds = [...old.children];
  const freshes = [...fresh.children];
  const isSameShape =
    olds.length > 0 &&
    olds.length === freshes.length &&
    olds.every((each, index) => {
      const other = freshes[index];
      return other !== undefined && each.tagName === other.tagName && each.id === other.id;
    });
  if (!isSameShape) {
    old.replaceChildren(...fresh.childNodes);
    return;
  }
  for (const [index, each] of olds.entries()) {
    const other = freshes[index];
    if (other === undefined || each.outerHTML === other.outerHTML) continue;
    if (each.matches(".lead")) each.innerHTML = other.innerHTML;
    else each.replaceWith(other);
  }
}
