import type { Block, Document } from "../../../core/report/document.ts";
import { type Html, html } from "../html.ts";
import { blockHtml } from "./block-html.ts";
import type { PageSetting } from "./line-html.ts";

/** A part of a page under its own heading. */
export interface Section {
  readonly id: string;
  readonly title: string;
  readonly content: Html;
}

/** A document cut at its headings. */
export interface CutDocument {
  /** What stands before the first heading. */
  readonly opening: Html;
  readonly sections: readonly Section[];
}

/** @param settingOf what the lines of the next part share */
export function cutDocument(document: Document, settingOf: () => PageSetting): CutDocument {
  const groups = groupsOf(document.blocks);
  const [opening = { title: "", blocks: [] }, ...titled] = groups;
  const contentOf = (blocks: readonly Block[]) => {
    const setting = settingOf();
    return html`${blocks.map((block) => blockHtml(block, setting))}`;
  };
  const ids = new Set<string>();
  return {
    opening: contentOf(opening.blocks),
    sections: titled.map(({ title, blocks }) => ({
      id: freshId(title, ids),
      title,
      content: contentOf(blocks),
    })),
  };
}

export function sectionHtml({ id, title, content }: Section): Html {
  return html`<section id=${id}><h2>${title}</h2>${content}</section>`;
}

interface Group {
  readonly title: string;
  readonly blocks: Block[];
}

function groupsOf(blocks: readonly Block[]): readonly Group[] {
  const groups: Group[] = [{ title: "", blocks: [] }];
  for (const block of blocks) {
    if (block.kind === "heading") groups.push({ title: block.text, blocks: [] });
    else groups.at(-1)?.blocks.push(block);
  }
  return groups;
}

/** `switching-from-gpt-4-1-to-qwen3-5-4b`, numbered where two headings are alike. */
function freshId(title: string, taken: Set<string>): string {
  const plainId =
    title
      .toLowerCase()
      .replace(/[^a-z0-9]+/g, "-")
      .replace(/^-|-$/g, "") || "part";
  let id = plainId;
  for (let number = 2; taken.has(id); number += 1) id = `${plainId}-${number}`;
  taken.add(id);
  return id;
}
