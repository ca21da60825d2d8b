import { randomBytes } from "node:crypto";
import { open, readFile, rename, rm, stat } from "node:fs/promises";
import { gunzipSync, gzipSync } from "node:zlib";
import { z } from "zod";
import {
  DECISION_FORMAT,
  Decision,
  type DecisionToWrite,
  type KeptDecision,
} from "../core/decision/decision.ts";
import type { Outcome, Problem } from "../core/problems/problem.ts";
import { systemReason } from "../core/problems/system-reason.ts";
import { encodeCatalog } from "./encode-catalog.ts";
import { snapshotFrom } from "./open-snapshot.ts";

const limitBytes = 16 * 1024 * 1024;
const evidenceLimitBytes = 128 * 1024 * 1024;
const opening = "<!-- steelyard-decision";
const closing = "-->";

const Kept = z.object({ evidence: z.base64() });
const Evidence = z.strictObject({ index: z.string(), facts: z.string() });

/**
 * Writes a record; a file that is there is kept unless it may be replaced. It is written whole or
 * not at all.
 */
export async function writeDecision(
  file: string,
  record: DecisionToWrite,
): Promise<Outcome<string>> {
  if (!record.mayReplace && (await isThere(file))) return failed({ code: "file-exists", file });
  const { index, facts } = encodeCatalog(record.evidence);
  const evidence = gzipSync(JSON.stringify({ index, facts })).toString("base64");
  const kept = JSON.stringify({ ...record.decision, evidence })
    .replaceAll("<", "\\u003c")
    .replaceAll(">", "\\u003e");
  const text = `${record.text}\n${opening}\n${kept}\n${closing}\n`;
  const draft = `${file}.${randomBytes(4).toString("hex")}.tmp`;
  try {
    const handle = await open(draft, "wx");
    await handle.writeFile(text);
    await handle.sync();
    await handle.close();
    await rename(draft, file);
  } catch (cause) {
    await rm(draft, { force: true });
    return failed({ code: "file-unwritable", file, reason: systemReason(cause) });
  }
  return { ok: true, value: file };
}

export async function readDecision(file: string): Promise<Outcome<KeptDecision>> {
  let text: string;
  try {
    const found = await stat(file);
    if (!found.isFile())
      return failed({ code: "file-unreadable", file, reason: "it is not a file" });
    if (found.size > limitBytes) {
      return failed({ code: "file-too-large", file, bytes: found.size, limitBytes });
    }
    text = await readFile(file, "utf8");
  } catch (cause) {
    return failed({ code: "file-unreadable", file, reason: systemReason(cause) });
  }
  return keptIn(text, file);
}

function keptIn(text: string, file: string): Outcome<KeptDecision> {
  const start = text.lastIndexOf(opening);
  const end = text.indexOf(closing, start);
  const expected = "a decision record that `steelyard decide` wrote, whole";
  if (start < 0 || end < 0) return failed({ code: "file-invalid", file, expected });
  const line = text.slice(0, start).split("\n").length;
  const wrong = (found: string, wanted = expected) =>
    failed({ code: "file-invalid", file, line, found, expected: wanted });
  const parsed = jsonOf(text.slice(start + opening.length, end));
  const format = z.object({ format: z.unknown() }).safeParse(parsed);
  if (format.success && format.data.format !== DECISION_FORMAT) {
    return wrong(
      `format ${String(format.data.format).slice(0, 20)}`,
      `format ${DECISION_FORMAT}: a newer steelyard wrote it; use that`,
    );
  }
  const decision = Decision.safeParse(parsed);
  const kept = Kept.safeParse(parsed);
  if (!decision.success) return wrong(placeOf(decision.error));
  if (!kept.success) return wrong(placeOf(kept.error));
  const evidence = Evidence.safeParse(jsonOf(unpacked(kept.data.evidence)));
  if (!evidence.success) return wrong("evidence that cannot be unpacked");
  const { index, facts } = evidence.data;
  const former = snapshotFrom(index, Buffer.from(facts), file);
  if (!former.ok) return wrong("evidence that cannot be read");
  return { ok: true, value: { decision: decision.data, former: former.value } };
}

function unpacked(evidence: string): string {
  try {
    const bytes = gunzipSync(Buffer.from(evidence, "base64"), {
      maxOutputLength: evidenceLimitBytes,
    });
    return bytes.toString("utf8");
  } catch {
    return "";
  }
}

function jsonOf(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}

function placeOf({ issues }: z.ZodError): string {
  const path = issues[0]?.path.map(String).join(".") ?? "";
  return path === "" ? "nothing that is one" : `another shape at \`${path}\``;
}

async function isThere(file: string): Promise<boolean> {
  return stat(file).then(
    () => true,
    () => false,
  );
}

function failed(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}
