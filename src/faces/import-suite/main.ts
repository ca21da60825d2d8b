import { writeFile } from "node:fs/promises";
import { z } from "zod";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { systemReason } from "../../core/problems/system-reason.ts";
import { importedSuiteText, notMappedText } from "../../core/report/imported-suite.ts";
import { importPromptfoo } from "../../measure/suite/promptfoo/import-promptfoo.ts";

const asFile = "Expected the file of a configuration of promptfoo";
const asOut = "Expected the name of the suite file to write, such as suite.yaml";

const Fields = z.strictObject({
  file: z.string({ error: asFile }).min(1, { error: asFile }),
  out: z.string({ error: asOut }).min(1, { error: asOut }).optional(),
});

interface ImportIo {
  readonly stdout: { write(text: string): unknown };
  readonly stderr: { write(text: string): unknown };
}

/** Makes a suite of a configuration of promptfoo: into a file, or printed; what is left out is said beside it. */
export async function importSuite(
  fields: Readonly<Record<string, unknown>>,
  { stdout, stderr }: ImportIo,
): Promise<Outcome<number>> {
  const asked = parsedInput(Fields, fields, "import-suite");
  if (!asked.ok) return asked;
  const { file, out } = asked.value;
  const imported = await importPromptfoo(file);
  if (!imported.ok) return imported;
  const { text, notMapped } = imported.value;
  if (out === undefined) stdout.write(text);
  else {
    const written = await writeNew(out, text);
    if (!written.ok) return written;
    stdout.write(importedSuiteText(out));
  }
  stderr.write(notMappedText(notMapped));
  return { ok: true, value: 0 };
}

/** Nothing is written over: a suite may have been worked on since. */
async function writeNew(file: string, text: string): Promise<Outcome<null>> {
  try {
    await writeFile(file, text, { flag: "wx" });
    return { ok: true, value: null };
  } catch (cause) {
    const isThere = cause instanceof Error && "code" in cause && cause.code === "EEXIST";
    if (isThere) return { ok: false, problem: { code: "file-in-the-way", file } };
    return { ok: false, problem: { code: "file-unwritable", file, reason: systemReason(cause) } };
  }
}
