import { parse } from "csv-parse/sync";
import type { Outcome } from "../../core/problems/problem.ts";
import { parseBoundedJson } from "../bounded-json.ts";
import { type Place, placed, placeOfLine } from "./place.ts";
import type { SuiteFolder } from "./suite-folder.ts";

/** One object of a file, and where it stands. */
export interface FileRecord {
  readonly value: unknown;
  readonly place: Place;
}

const limitBytes = 64 * 1024 * 1024;
const longestLine = 4 * 1024 * 1024;
const mostRecords = 100_000;

/** The objects of a file: one a line in `.jsonl`, one a row in `.csv`, where empty cells say nothing. */
export async function readRecords(
  path: string,
  folder: SuiteFolder,
  named: Place,
): Promise<Outcome<readonly FileRecord[]>> {
  const [, ending = ""] = /\.(\w+)$/.exec(path.toLowerCase()) ?? [];
  const parseRecords = readers.get(ending);
  if (parseRecords === undefined) {
    return placed({ ok: false, expected: "a file named .jsonl or .csv" }, named);
  }
  const text = placed(await folder.text(path, limitBytes), named);
  if (!text.ok) return text;
  const file = folder.nameOf(path);
  const records = parseRecords(text.value, file);
  if (records.ok && records.value.length === 0) return invalid(file, 1, "one line or more");
  return records;
}

function recordsOfLines(text: string, file: string): Outcome<readonly FileRecord[]> {
  const records: FileRecord[] = [];
  let line = 0;
  for (let start = 0; start < text.length; ) {
    const end = text.indexOf("\n", start);
    const stop = end === -1 ? text.length : end;
    const written = text.slice(start, stop);
    start = stop + 1;
    line++;
    if (written.length > longestLine) return tooLong(file, line);
    if (written.trim() === "") continue;
    if (records.length === mostRecords) return tooMany(file, line);
    const json = parseBoundedJson(written);
    if (!json.ok) return invalid(file, line, `a JSON object on each line; ${json.because}`);
    const { value } = json;
    records.push({ value, place: placeOfLine(file, line, value) });
  }
  return { ok: true, value: records };
}

function recordsOfTable(text: string, file: string): Outcome<readonly FileRecord[]> {
  const records: FileRecord[] = [];
  let columns: readonly string[] | undefined;
  let line = 1;
  try {
    const rows: readonly unknown[] = parse(text, {
      bom: true,
      skip_empty_lines: true,
      max_record_size: longestLine,
      info: true,
      to: mostRecords + 2,
    });
    for (const row of rows) {
      const { cells, endsAt } = rowOf(row);
      if (columns === undefined) {
        const twice = cells.find((cell, index) => cells.indexOf(cell) !== index);
        if (twice !== undefined)
          return invalid(file, 1, `each column once; "${twice}" is there twice`);
        columns = cells.map((cell) => cell.trim());
      } else {
        if (records.length === mostRecords) return tooMany(file, line);
        const value = Object.fromEntries(
          columns.flatMap((column, index) => {
            const cell = cells[index] ?? "";
            return cell === "" ? [] : [[column, cell]];
          }),
        );
        records.push({ value, place: placeOfLine(file, line, value) });
      }
      line = endsAt + 1;
    }
  } catch (cause) {
    const said = cause instanceof Error ? cause.message : String(cause);
    const [, at] = / (?:at|on) line (\d+)/.exec(said) ?? [];
    return invalid(file, at === undefined ? line : Number(at), `a table: ${said.slice(0, 200)}`);
  }
  return { ok: true, value: records };
}

function rowOf(row: unknown): { readonly cells: readonly string[]; readonly endsAt: number } {
  if (typeof row === "object" && row !== null && "record" in row && "info" in row) {
    const { record, info } = row;
    const cells = Array.isArray(record) ? record.map(String) : [];
    const isCounted = typeof info === "object" && info !== null && "lines" in info;
    return { cells, endsAt: isCounted && typeof info.lines === "number" ? info.lines : 0 };
  }
  return { cells: [], endsAt: 0 };
}

const readers = new Map([
  ["jsonl", recordsOfLines],
  ["ndjson", recordsOfLines],
  ["csv", recordsOfTable],
]);

function tooLong(file: string, line: number): Outcome<never> {
  return invalid(file, line, `at most ${longestLine} characters a line; put images into files`);
}

function tooMany(file: string, line: number): Outcome<never> {
  return invalid(file, line, `at most ${mostRecords} lines; split the file into suites`);
}

function invalid(file: string, line: number, expected: string): Outcome<never> {
  return { ok: false, problem: { code: "file-invalid", file, line, expected } };
}
