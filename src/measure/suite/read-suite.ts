import { basename, dirname } from "node:path";
import type { Outcome } from "../../core/problems/problem.ts";
import type { ToolDefinition } from "../../core/runs/prompt.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { readTextFile } from "../../files/read-text-file.ts";
import { parseYamlText } from "../../files/yaml-text.ts";
import { checkedSuite } from "./checked-suite.ts";
import { findLiteralKey } from "./literal-keys.ts";
import { allOf, type Place, placed, refusedAt, shaped, within } from "./place.ts";
import { type PlacedPrompt, promptOf, toolOf } from "./prompt-of.ts";
import { PromptLine, WrittenTools } from "./prompt-schema.ts";
import { readRecords } from "./read-records.ts";
import { readTemplates } from "./read-templates.ts";
import { type SuiteFolder, suiteFolder } from "./suite-folder.ts";
import { SuiteInput } from "./suite-schema.ts";

const suiteLimitBytes = 4 * 1024 * 1024;
const toolsLimitBytes = 1024 * 1024;

/** Reads a suite with all its prompts. The first slip is named with its file, line and field. */
export async function readSuite(file: string): Promise<Outcome<Suite>> {
  const written = await writtenSuite(file);
  if (!written.ok) return written;
  const { suite, place } = written.value;
  const folder = suiteFolder(file);
  const tools = await toolsOf(suite, place, folder);
  if (!tools.ok) return tools;
  const terms = { folder, tools: tools.value };
  const inline = await allOf(suite.prompts, (prompt, index) =>
    promptOf(prompt, within(place, "prompts", index), terms),
  );
  if (!inline.ok) return inline;
  const filed = await allOf(suite.files, (path, index) =>
    promptsOfFile(path, within(place, "files", index), terms),
  );
  if (!filed.ok) return filed;
  const filled = await readTemplates(suite, place, terms);
  if (!filled.ok) return filled;
  const prompts = [...inline.value, ...filed.value.flat(), ...filled.value];
  return checkedSuite({ suite, place, prompts });
}

interface Written {
  readonly suite: SuiteInput;
  readonly place: Place;
}

async function writtenSuite(file: string): Promise<Outcome<Written>> {
  const text = await readTextFile(file, suiteLimitBytes);
  if (!text.ok) return text;
  if (text.value.includes("\0") || text.value.includes("\uFFFD")) {
    const expected = "text in UTF-8, and this is another encoding or a binary file";
    return { ok: false, problem: { code: "file-invalid", file, expected } };
  }
  const yaml = parseYamlText(text.value, file);
  if (!yaml.ok) return yaml;
  const place: Place = { file, yaml: yaml.value, root: [] };
  const key = findLiteralKey(yaml.value.value);
  if (key !== undefined) {
    const { path, expected } = key;
    const line = yaml.value.lineOf(path);
    const problem = { code: "file-invalid", file, line, field: path.join("."), expected } as const;
    return { ok: false, problem };
  }
  const suite = shaped(SuiteInput, yaml.value.value, place);
  return suite.ok ? { ok: true, value: { suite: suite.value, place } } : suite;
}

async function toolsOf(
  { tools = [], toolsFile }: SuiteInput,
  place: Place,
  folder: SuiteFolder,
): Promise<Outcome<readonly ToolDefinition[]>> {
  if (toolsFile === undefined) return { ok: true, value: tools.map(toolOf) };
  const named = within(place, "toolsFile");
  if (tools.length > 0) return refusedAt(named, [], "either tools or toolsFile");
  const text = placed(await folder.text(toolsFile, toolsLimitBytes), named);
  if (!text.ok) return text;
  const file = folder.nameOf(toolsFile);
  const json = parseYamlText(text.value, file);
  if (!json.ok) return json;
  const read = shaped(WrittenTools, json.value.value, { file, yaml: json.value, root: [] });
  return read.ok ? { ok: true, value: read.value.map(toolOf) } : read;
}

async function promptsOfFile(
  path: string,
  named: Place,
  terms: { readonly folder: SuiteFolder; readonly tools: readonly ToolDefinition[] },
): Promise<Outcome<readonly PlacedPrompt[]>> {
  const records = await readRecords(path, terms.folder, named);
  if (!records.ok) return records;
  /** Images are named from where the lines that name them stand. */
  const folder = terms.folder.forData(dirname(path));
  return allOf(records.value, ({ value, place }) => {
    const line = shaped(PromptLine, value, place);
    if (!line.ok) return line;
    const { id = `${basename(path)}:${place.yaml.lineOf([])}`, ...rest } = line.value;
    return promptOf({ ...rest, id: String(id) }, place, { ...terms, folder });
  });
}
