import { readFileSync } from "node:fs";
import type { TextClass } from "../src/core/cost/tokenizer-factors.ts";

/** One text in twelve languages, as the Biome package brings it. */
const readmes = [
  ["english-readme", "README.md"],
  ["spanish", "README.es.md"],
  ["french", "README.fr.md"],
  ["portuguese", "README.pt-BR.md"],
  ["polish", "README.pl.md"],
  ["russian", "README.ru.md"],
  ["ukrainian", "README.uk.md"],
  ["chinese-simplified", "README.zh-CN.md"],
  ["chinese-traditional", "README.zh-TW.md"],
  ["japanese", "README.ja.md"],
  ["korean", "README.kr.md"],
  ["hindi", "README.hi.md"],
] as const satisfies readonly (readonly [TextClass, string])[];

export interface Corpus {
  readonly textClass: TextClass;
  readonly text: string;
}

export function readmeCorpora(): readonly Corpus[] {
  const folder = new URL("../node_modules/@biomejs/biome/", import.meta.url);
  return readmes.map(([textClass, file]) => ({
    textClass,
    text: prose(readFileSync(new URL(file, folder), "utf8")),
  }));
}

/** What people would read: no code, no markup, no addresses. */
function prose(markdown: string): string {
  return markdown
    .replace(/```[\s\S]*?```/g, "")
    .replace(/<!--[\s\S]*?-->/g, "")
    .replace(/<[^>]+>/g, "")
    .replace(/https?:\/\/\S+/g, "")
    .replace(/^\s*\[[^\]]+\]: .*$/gm, "")
    .replace(/\s{3,}/g, "\n\n");
}
