import { existsSync, readdirSync, readFileSync } from "node:fs";
import { z } from "zod";
import { factorBetween } from "../src/core/cost/tokenizer-factors.ts";
import { tokenCounter } from "../src/sources/prompts/token-counters.ts";
import { type Corpus, readmeCorpora } from "./readme-corpora.ts";

/*
 * Counts texts with real tokenizers and prints, for each, how many times the tokens of o200k_base it
 * takes, beside the table that answers use. Vocabularies that may not be passed on are read from
 * tools/tokenizers, where `npm install` puts them; without them those columns stay empty.
 */

interface Tokenizer {
  readonly name: string;
  readonly count: (text: string) => number;
}

const root = new URL("../", import.meta.url);

const Module = z.object({
  fromPreTrained: z.custom<() => unknown>((value) => typeof value === "function"),
});
async function borrowed(name: string, folder: string): Promise<readonly Tokenizer[]> {
  const file = new URL(`tools/tokenizers/node_modules/@lenml/${folder}/dist/main.mjs`, root);
  if (!existsSync(file)) return [];
  const loaded: unknown = await import(file.href);
  const tokenizer = Module.parse(loaded).fromPreTrained();
  const encode: unknown = Reflect.get(Object(tokenizer), "encode");
  if (typeof encode !== "function") throw new Error(`${folder} has no encode()`);
  const count = (text: string): number => {
    const ids: unknown = Reflect.apply(encode, tokenizer, [text, { add_special_tokens: false }]);
    return z.array(z.unknown()).parse(ids).length;
  };
  return [{ name, count }];
}

const tokenizers: readonly Tokenizer[] = [
  { name: "o200k_base", count: await tokenCounter("o200k_base") },
  { name: "cl100k_base", count: await tokenCounter("cl100k_base") },
  ...(await borrowed("llama-3", "tokenizer-llama3")),
  ...(await borrowed("qwen3", "tokenizer-qwen3")),
  ...(await borrowed("gemma-3", "tokenizer-gemma3")),
  { name: "p50k_base", count: await tokenCounter("p50k_base") },
];

const limit = 300_000;

function joined(folder: string, ending: string): string {
  if (!existsSync(folder)) return "";
  return readdirSync(folder, { recursive: true, encoding: "utf8" })
    .filter((name) => name.endsWith(ending) && !name.includes("node_modules/."))
    .sort()
    .reduce((text, name) => {
      return text.length > limit ? text : text + readFileSync(`${folder}/${name}`, "utf8");
    }, "")
    .slice(0, limit);
}

const at = (path: string) => new URL(path, root).pathname;
const python =
  readdirSync("/usr/lib").filter((name) => /^python3\.\d+$/.test(name))[0] ?? "python3";

const corpora: readonly Corpus[] = [
  ...readmeCorpora(),
  { textClass: "english", text: joined("/usr/share/common-licenses", "") },
  { textClass: "markdown", text: joined(at("node_modules"), "README.md") },
  { textClass: "python", text: joined(`/usr/lib/${python}`, ".py") },
  { textClass: "typescript", text: joined(at("node_modules/@types/node"), ".d.ts") },
  { textClass: "json", text: joined(at("data/snapshot/pi-ai"), ".jsonl") },
];

console.log(
  [
    "text",
    "characters",
    "o200k tokens",
    ...tokenizers.slice(1).flatMap(({ name }) => [name, "table"]),
  ].join("\t"),
);
for (const { textClass, text } of corpora) {
  if (text === "") continue;
  const [base = 1, ...others] = tokenizers.map(({ count }) => count(text));
  const ratios = others.flatMap((tokens, index) => {
    const known = factorBetween("o200k_base", tokenizers[index + 1]?.name ?? "", textClass);
    return [(tokens / base).toFixed(2), known === undefined ? "-" : known.toFixed(2)];
  });
  console.log([textClass, text.length, base, ...ratios].join("\t"));
}
