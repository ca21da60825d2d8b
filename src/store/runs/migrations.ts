/**
 * The tables, version by version: the number of a version is its place in this list, from 1. What was
 * released is never changed, only followed by more. Both engines run the same text; `{text}` and
 * `{bytes}` stand for their types.
 */
export const migrations: readonly string[] = [
  `
CREATE TABLE run (
  id {text} PRIMARY KEY,
  created_at {text} NOT NULL,
  body {text} NOT NULL
);

CREATE TABLE cell (
  run {text} NOT NULL,
  key {text} NOT NULL,
  place BIGINT NOT NULL,
  prompt {text} NOT NULL,
  endpoint {text} NOT NULL,
  repetition BIGINT NOT NULL,
  state {text} NOT NULL DEFAULT 'open',
  failure {text},
  worker {text},
  leased_until BIGINT NOT NULL DEFAULT 0,
  PRIMARY KEY (run, key)
);
CREATE UNIQUE INDEX cell_place ON cell (run, place);
CREATE INDEX cell_open ON cell (run, place) WHERE state = 'open';

CREATE TABLE attempt (
  run {text} NOT NULL,
  cell {text} NOT NULL,
  number BIGINT NOT NULL,
  worker {text} NOT NULL,
  begun_at BIGINT NOT NULL,
  is_heard BIGINT NOT NULL DEFAULT 0,
  input_tokens BIGINT NOT NULL DEFAULT 0,
  output_tokens BIGINT NOT NULL DEFAULT 0,
  body {text},
  PRIMARY KEY (run, cell, number, worker)
);

CREATE TABLE result (
  run {text} NOT NULL,
  cell {text} NOT NULL,
  token {text} NOT NULL,
  answer_number BIGINT,
  answer_worker {text},
  picousd BIGINT,
  picousd_rest BIGINT,
  body {text} NOT NULL,
  PRIMARY KEY (run, cell)
);

CREATE TABLE payload (
  hash {text} PRIMARY KEY,
  encoding {text} NOT NULL,
  bytes {bytes} NOT NULL
);

CREATE TABLE run_payload (
  run {text} NOT NULL,
  hash {text} NOT NULL REFERENCES payload (hash),
  PRIMARY KEY (run, hash)
);
CREATE INDEX run_payload_hash ON run_payload (hash);

CREATE TABLE rate (
  bucket {text} PRIMARY KEY,
  due_at DOUBLE PRECISION NOT NULL DEFAULT 0,
  paused_until DOUBLE PRECISION NOT NULL DEFAULT 0
);
`,
  `
CREATE TABLE evidence (
  run {text} PRIMARY KEY,
  body {text} NOT NULL
);
`,
  `
CREATE TABLE run_end (
  run {text} PRIMARY KEY,
  body {text} NOT NULL
);

CREATE TABLE used (
  run {text} NOT NULL,
  what {text} NOT NULL,
  amount DOUBLE PRECISION NOT NULL,
  PRIMARY KEY (run, what)
);
`,
];

/** The statements of a version in the words of an engine. */
export function migrationSql(version: number, types: ColumnTypes): string {
  const sql = migrations[version - 1];
  if (sql === undefined) throw new Error(`There is no version ${version} of the store.`);
  return sql.replaceAll("{text}", types.text).replaceAll("{bytes}", types.bytes);
}

export interface ColumnTypes {
  /** Ordered by its bytes, wherever the server stands. */
  readonly text: string;
  readonly bytes: string;
}
