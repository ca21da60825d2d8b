import { z } from "zod";
import { parseBoundedJson } from "../../bounded-json.ts";
import type { SuiteFolder } from "../suite-folder.ts";
import type { Leave } from "./left-over.ts";
import { variableName } from "./rows-of-tests.ts";
import type { WirePrompt } from "./wire.ts";

export interface WrittenTemplate {
  readonly id: string;
  readonly text?: string;
  readonly messages?: readonly unknown[];
}

const limitBytes = 4 * 1024 * 1024;
const Messages = z.array(z.looseObject({ role: z.string(), content: z.unknown() })).min(1);

/** Templates for the prompts, those of files among them. */
export async function templatesOfPrompts(
  prompts: readonly WirePrompt[],
  folder: SuiteFolder,
  leave: Leave,
): Promise<readonly WrittenTemplate[]> {
  const templates: WrittenTemplate[] = [];
  for (const [index, prompt] of prompts.entries()) {
    const where = `prompts.${index}`;
    const stated = typeof prompt === "string" ? prompt : (prompt.raw ?? prompt.id ?? "");
    const label = typeof prompt === "string" ? undefined : prompt.label;
    for (const text of await textsOf(stated, where, { folder, leave })) {
      const code = /\{%.{0,60}|\{#.{0,60}|\{\{[^{}]*[^\w\s.{}-][^{}]*\}\}/s.exec(text)?.[0];
      if (code !== undefined) {
        leave(where, code, "only {{names}} are filled in a suite; write the template without code");
        continue;
      }
      const id = label ?? `prompt ${templates.length + 1}`;
      templates.push({ id, ...askedBy(renamed(text)) });
    }
  }
  return templates;
}

async function textsOf(
  stated: string,
  where: string,
  { folder, leave }: { readonly folder: SuiteFolder; readonly leave: Leave },
): Promise<readonly string[]> {
  const isNamed = stated.startsWith("file://");
  const path = isNamed ? stated.slice("file://".length) : stated;
  const isFile =
    isNamed || /^[^\s{}]+\.(txt|md|json|yaml|yml|csv|js|ts|mjs|cjs|py|j2)$/.test(stated);
  if (!isFile) return [stated];
  if (!/\.(txt|md|json)$/.test(path) || path.includes("*")) {
    leave(where, path, "only .txt, .md and .json files of prompts are read; write it out");
    return [];
  }
  const read = await folder.text(path, limitBytes);
  if (!read.ok) {
    leave(where, path, "the file cannot be read");
    return [];
  }
  if (!path.endsWith(".txt")) return [read.value];
  return read.value
    .split(/^---\s*$/m)
    .map((text) => text.trim())
    .filter((text) => text !== "");
}

/** A text that is a list of messages is one. */
function askedBy(text: string): Omit<WrittenTemplate, "id"> {
  const json = text.trimStart().startsWith("[") ? parseBoundedJson(text) : undefined;
  const messages = json?.ok === true ? Messages.safeParse(json.value) : undefined;
  return messages?.success === true ? { messages: messages.data } : { text };
}

function renamed(text: string): string {
  return text.replace(/\{\{\s*([\w.-]+)\s*\}\}/g, (_, name: string) => `{{${variableName(name)}}}`);
}
