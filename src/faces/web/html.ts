/** Markup: every text that went into it was escaped. */
export class Html {
  readonly #text: string;
  constructor(text: string) {
    this.#text = text;
  }
  toString(): string {
    return this.#text;
  }
}

/** What may stand in a template: text is escaped, markup is not, and what is absent leaves nothing. */
export type Part = Html | string | number | false | undefined | readonly Part[];

/** Markup from a template. Pages are made of thousands of these, so nothing is done but joining. */
export function html(strings: TemplateStringsArray, ...parts: readonly Part[]): Html {
  let text = strings[0] ?? "";
  for (let index = 0; index < parts.length; index++) {
    text += textOf(parts[index]) + (strings[index + 1] ?? "");
  }
  return new Html(text);
}

/** Text that is markup already. */
export function raw(text: string): Html {
  return new Html(text);
}

function textOf(part: Part): string {
  if (typeof part === "string") return escaped(part);
  if (part === undefined || part === false) return "";
  if (part instanceof Html) return part.toString();
  if (typeof part === "number") return String(part);
  let text = "";
  for (const each of part) text += textOf(each);
  return text;
}

const special = /[&<>'"]/;
const specials = /[&<>'"]/g;
const entities: Readonly<Record<string, string>> = {
  "&": "&amp;",
  "<": "&lt;",
  ">": "&gt;",
  "'": "&#39;",
  '"': "&quot;",
};

function escaped(text: string): string {
  return special.test(text) ? text.replace(specials, (sign) => entities[sign] ?? "") : text;
}
