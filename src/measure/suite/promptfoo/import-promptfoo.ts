import { stringify } from "yaml";
import type { Outcome } from "../../../core/problems/problem.ts";
import { readTextFile } from "../../../files/read-text-file.ts";
import { parseYamlText } from "../../../files/yaml-text.ts";
import { findLiteralKey } from "../literal-keys.ts";
import { type Place, shaped } from "../place.ts";
import { readRecords } from "../read-records.ts";
import { type SuiteFolder, suiteFolder } from "../suite-folder.ts";
import { type Leave, leaveOthers, type NotMapped } from "./left-over.ts";
import { endpointOfProvider, type WrittenEndpoint } from "./provider-endpoint.ts";
import { rowsOfTests, type WrittenRow } from "./rows-of-tests.ts";
import { templatesOfPrompts, type WrittenTemplate } from "./templates-of-prompts.ts";
import { testOfTable } from "./test-of-table.ts";
import { WireConfig, type WireTest } from "./wire.ts";

export interface ImportedSuite {
  /** A suite file. */
  readonly text: string;
  readonly notMapped: readonly NotMapped[];
}

const limitBytes = 4 * 1024 * 1024;

/** A suite from a configuration of promptfoo, and what of it a suite does not say. */
export async function importPromptfoo(file: string): Promise<Outcome<ImportedSuite>> {
  const text = await readTextFile(file, limitBytes);
  if (!text.ok) return text;
  const yaml = parseYamlText(text.value, file);
  if (!yaml.ok) return yaml;
  const place: Place = { file, yaml: yaml.value, root: [] };
  const config = shaped(WireConfig, yaml.value.value, place);
  if (!config.ok) return config;
  const notMapped: NotMapped[] = [];
  const leave: Leave = (where, what, because) => {
    const isNoted = notMapped.some((each) => each.where === where && each.what === what);
    if (!isNoted) notMapped.push({ where, what, because });
  };
  const suite = await suiteOf(config.value, { folder: suiteFolder(file), place, leave });
  if (!suite.ok) return suite;
  const key = findLiteralKey(suite.value);
  if (key !== undefined) {
    const problem = { code: "file-invalid", file, expected: key.expected } as const;
    return { ok: false, problem };
  }
  return { ok: true, value: { text: stringify(suite.value, { lineWidth: 100 }), notMapped } };
}

interface Terms {
  readonly folder: SuiteFolder;
  readonly place: Place;
  readonly leave: Leave;
}

const known = [
  "$schema",
  "description",
  "prompts",
  "providers",
  "targets",
  "tests",
  "defaultTest",
  "evaluateOptions",
];

async function suiteOf(config: WireConfig, terms: Terms): Promise<Outcome<object>> {
  const { leave, folder } = terms;
  leaveOthers(leave, "", { value: config, known, because: "a suite has no such setting" });
  const tests = await testsOf(config, terms);
  if (!tests.ok) return tests;
  const templates = await templatesOfPrompts(config.prompts, folder, leave);
  const common = commonTest(config, leave);
  const { rows, graders } = rowsOfTests(tests.value, { common, leave });
  const endpoints = (config.providers ?? config.targets ?? []).flatMap((provider, index) => {
    const endpoint = endpointOfProvider(provider, `providers.${index}`, leave);
    return endpoint === undefined ? [] : [endpoint];
  });
  return {
    ok: true,
    value: {
      name: config.description ?? "imported from promptfoo",
      endpoints: withOwnIds(endpoints),
      templates: withOwnIds(templates),
      ...(rows.length === 0 ? {} : { rows: withEveryVariable(rows, templates, leave) }),
      ...(graders.length === 0 ? {} : { graders }),
      ...evaluateOptions(config.evaluateOptions ?? {}, leave),
    },
  };
}

async function testsOf(
  { tests = [] }: WireConfig,
  terms: Terms,
): Promise<Outcome<readonly WireTest[]>> {
  const all: WireTest[] = [];
  for (const [index, test] of tests.entries()) {
    if (typeof test !== "string") {
      all.push(test);
      continue;
    }
    const path = test.replace(/^file:\/\//, "");
    const where = `tests.${index}`;
    if (!path.endsWith(".csv")) {
      terms.leave(where, path, "tests are read from the configuration and from .csv files alone");
      continue;
    }
    const records = await readRecords(path, terms.folder, terms.place);
    if (!records.ok) return records;
    all.push(
      ...records.value.map(({ value }, row) => testOfTable(value, `${where}.${row}`, terms.leave)),
    );
  }
  return { ok: true, value: all };
}

function commonTest({ defaultTest = {} }: WireConfig, leave: Leave): WireTest {
  if (typeof defaultTest === "string") {
    leave("defaultTest", defaultTest, "it stands in another file; write it into the configuration");
    return {};
  }
  const because = "a prompt of a suite has no such setting";
  leaveOthers(leave, "defaultTest", {
    value: defaultTest,
    known: ["vars", "assert", "options"],
    because,
  });
  return defaultTest;
}

function evaluateOptions(options: Readonly<Record<string, unknown>>, leave: Leave): object {
  const { maxConcurrency, repeat } = options;
  const because = "a run of a suite has no such setting";
  leaveOthers(leave, "evaluateOptions", {
    value: options,
    known: ["maxConcurrency", "repeat"],
    because,
  });
  return {
    ...(typeof maxConcurrency === "number" ? { load: { concurrency: maxConcurrency } } : {}),
    ...(typeof repeat === "number" ? { repetitions: repeat } : {}),
  };
}

/** What has no value there is empty; here it would be refused, so it is written out. */
function withEveryVariable(
  rows: readonly WrittenRow[],
  templates: readonly WrittenTemplate[],
  leave: Leave,
): readonly WrittenRow[] {
  const named = JSON.stringify(templates).matchAll(/\{\{([^{}]+)\}\}/g);
  const names = new Set([...named].map(([, name = ""]) => name));
  return rows.map((row) => {
    const { id } = row;
    const missing = [...names].filter((name) => !Object.hasOwn(row, name));
    for (const name of missing)
      leave(String(id), `{{${name}}}`, "it has no value, and is left empty");
    return { ...row, ...Object.fromEntries(missing.map((name) => [name, ""])) };
  });
}

function withOwnIds<T extends WrittenEndpoint | WrittenTemplate>(all: readonly T[]): readonly T[] {
  const seen = new Map<string, number>();
  return all.map((each) => {
    const count = (seen.get(each.id) ?? 0) + 1;
    seen.set(each.id, count);
    return count === 1 ? each : { ...each, id: `${each.id}-${count}` };
  });
}
