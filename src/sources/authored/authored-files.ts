import { readdir, readFile, stat } from "node:fs/promises";
import { join } from "node:path";
import type { z } from "zod";
import type { Problem } from "../../core/problems/problem.ts";
import { shapeProblems } from "../../files/shape-problems.ts";
import { parseYamlText, type YamlText } from "../../files/yaml-text.ts";
import { BenchmarkFile, MakersFile, ModelFile, ProviderFile } from "./schemas.ts";

/** One file, parsed, with its place kept for what else may be wrong in it. */
export interface Page<T> {
  readonly file: string;
  /** The path without folder and ending: `openai/gpt-4.1`. */
  readonly id: string;
  readonly yaml: YamlText;
  readonly content: T;
}

export interface Pages {
  readonly makers: readonly Page<z.output<typeof MakersFile>>[];
  readonly models: readonly Page<ModelFile>[];
  readonly providers: readonly Page<ProviderFile>[];
  readonly benchmarks: readonly Page<BenchmarkFile>[];
  /** `models/openai/gpt-4.1`: every file there is, also those that could not be read. */
  readonly names: ReadonlySet<string>;
}

const SIZE_LIMIT_BYTES = 1024 * 1024;

/** Reads all files and gathers every problem of every file. */
export async function readPages(
  root: string,
): Promise<{ readonly pages: Pages; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const names = new Set<string>();
  const reader = { root, problems, names };
  const pages = {
    names,
    makers: await pagesOf(reader, ["makers.yaml"], { folder: "", schema: MakersFile }),
    models: await folderOf(reader, { folder: "models", schema: ModelFile }),
    providers: await folderOf(reader, { folder: "providers", schema: ProviderFile }),
    benchmarks: await folderOf(reader, { folder: "benchmarks", schema: BenchmarkFile }),
  };
  return { pages, problems };
}

/** Where files are read from, and what was found on the way. */
export interface Reader {
  readonly root: string;
  readonly problems: Problem[];
  readonly names: Set<string>;
}

interface Shelf<T> {
  readonly folder: string;
  readonly schema: z.ZodType<T>;
}

/** All YAML files below a folder, by name. */
export async function folderOf<T>(reader: Reader, shelf: Shelf<T>): Promise<readonly Page<T>[]> {
  const names = await readdir(join(reader.root, shelf.folder), { recursive: true }).catch(() => []);
  const files = names.map((name) => name.replaceAll("\\", "/")).filter(isYaml);
  return pagesOf(reader, files.sort(), shelf);
}

/** Files by name; those that cannot be read leave their problems with the reader. */
export async function pagesOf<T>(
  reader: Reader,
  names: readonly string[],
  { folder, schema }: Shelf<T>,
): Promise<readonly Page<T>[]> {
  const pages: Page<T>[] = [];
  for (const name of names) {
    const file = folder === "" ? name : `${folder}/${name}`;
    reader.names.add(withoutEnding(file));
    const text = await textOf(join(reader.root, file), file);
    if (typeof text !== "string") {
      reader.problems.push(text);
      continue;
    }
    const yaml = parseYamlText(text, file);
    if (!yaml.ok) {
      reader.problems.push(yaml.problem);
      continue;
    }
    const parsed = schema.safeParse(yaml.value.value);
    if (parsed.success) {
      pages.push({ file, id: withoutEnding(name), yaml: yaml.value, content: parsed.data });
    } else {
      reader.problems.push(...shapeProblems(parsed.error, { file, yaml: yaml.value }));
    }
  }
  return pages;
}

async function textOf(path: string, file: string): Promise<string | Problem> {
  try {
    const { size } = await stat(path);
    if (size > SIZE_LIMIT_BYTES) {
      return { code: "file-too-large", file, bytes: size, limitBytes: SIZE_LIMIT_BYTES };
    }
    return await readFile(path, "utf8");
  } catch (cause) {
    return { code: "file-unreadable", file, reason: messageOf(cause) };
  }
}

function isYaml(name: string): boolean {
  return /\.ya?ml$/.test(name);
}

function withoutEnding(name: string): string {
  return name.replace(/\.ya?ml$/, "");
}

function messageOf(cause: unknown): string {
  return cause instanceof Error ? cause.message : String(cause);
}
