import { readdirSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { describeProblem } from "./describe-problem.ts";
import type { Problem, ProblemCode } from "./problem.ts";

/** One of each, so that a new code without words or a page does not compile here. */
const oneOfEach: { readonly [Code in ProblemCode]: Problem & { readonly code: Code } } = {
  "invalid-input": { code: "invalid-input", where: "asOf", expected: "a day" },
  "model-not-found": { code: "model-not-found", asked: "gtp-4.1", closest: ["openai/gpt-4.1"] },
  "not-found": { code: "not-found", what: "route", asked: "openai/gtp", closest: [] },
  "too-few-models": { code: "too-few-models", given: 1 },
  "same-model-twice": { code: "same-model-twice", model: "openai/gpt-4.1", names: ["a", "b"] },
  "file-invalid": { code: "file-invalid", file: "facts.yaml", line: 3, expected: "a list" },
  "file-too-large": { code: "file-too-large", file: "in.json", bytes: 9, limitBytes: 5 },
  "file-unreadable": { code: "file-unreadable", file: "in.json", reason: "there is no such file" },
  "file-unwritable": { code: "file-unwritable", file: "decision.md", reason: "the disk is full" },
  "file-exists": { code: "file-exists", file: "decision.md" },
  "folder-taken": { code: "folder-taken", folder: "site", file: "notes.txt" },
  "file-in-the-way": { code: "file-in-the-way", file: "site/index.html" },
  "facts-changed": { code: "facts-changed" },
  "endpoint-unusable": {
    code: "endpoint-unusable",
    address: "http://127.0.0.1:8080/v1",
    model: "qwen3.5-4b",
    reason: "refused, connect ECONNREFUSED",
  },
  "page-broken": { code: "page-broken", address: "/find", reason: "it is empty" },
  "as-of-too-early": {
    code: "as-of-too-early",
    asOf: "2020-01-01",
    subject: "openai/gpt-4.1",
    firstDay: "2025-04-14",
  },
  "snapshot-unreadable": {
    code: "snapshot-unreadable",
    folder: "old-catalog",
    reason: "there is no such folder",
  },
  "price-unknown": {
    code: "price-unknown",
    route: "openai/gpt-4.1",
    because: "no output price is stated",
  },
  "architecture-unknown": {
    code: "architecture-unknown",
    model: "qwen/qwen3.8-max",
    hasWeights: true,
  },
  "catalog-unreadable": { code: "catalog-unreadable", reason: "No catalog at dist." },
  "store-busy": { code: "store-busy", store: "runs.db" },
  "store-newer": { code: "store-newer", store: "runs.db", version: 9, known: 1 },
  "not-a-store": { code: "not-a-store", store: "runs.db", found: "a database of something else" },
  "run-not-found": { code: "run-not-found", run: "tickets-1", store: "runs.db" },
  "suite-not-kept": { code: "suite-not-kept", run: "tickets-1" },
  "grader-file-missing": { code: "grader-file-missing", grader: "own", file: "own.mjs" },
  "workers-ended": { code: "workers-ended", workers: 3, how: "SIGKILL" },
  "store-failed": { code: "store-failed", store: "runs.db", reason: "the disk is full" },
  "unknown-parameter": { code: "unknown-parameter", asked: "modles", closest: [] },
  "wrong-method": { code: "wrong-method", method: "PUT", allowed: ["GET", "POST"] },
  "wrong-content-type": { code: "wrong-content-type", given: "text/csv" },
  "body-too-large": { code: "body-too-large", limitBytes: 5 },
  "address-too-long": { code: "address-too-long", limitBytes: 5 },
  "headers-too-large": { code: "headers-too-large", limitBytes: 5 },
  "too-slow": { code: "too-slow" },
  "not-served-here": { code: "not-served-here", what: "facts", asked: "facts.yaml" },
  "token-needed": { code: "token-needed", isGiven: false },
  "host-not-served": { code: "host-not-served", host: "example.org" },
  "too-busy": { code: "too-busy" },
  stopping: { code: "stopping" },
  "internal-error": { code: "internal-error" },
  "cannot-listen": {
    code: "cannot-listen",
    address: "127.0.0.1:4400",
    reason: "something else listens there",
  },
};
const problems = Object.values(oneOfEach);

describe("a problem in words", () => {
  test.each(problems)("$code says what is wrong and what to do next", (problem) => {
    const { title, remedy } = describeProblem(problem);
    expect(title).toMatch(/[^.]\.$/);
    expect(remedy).toMatch(/[.?`]$/);
  });

  test("has a page for every code and no other", () => {
    const pages = readdirSync(new URL("../../../docs/problems/", import.meta.url));
    expect(pages.sort()).toEqual(problems.map(({ code }) => `${code}.md`).sort());
  });

  test("names the place in a file as far as it is known", () => {
    const { title } = describeProblem({
      code: "file-invalid",
      file: "facts.yaml",
      line: 3,
      field: "value",
      found: '"4 cents"',
      expected: "a decimal",
    });
    expect(title).toBe('facts.yaml line 3, `value` is not valid: found "4 cents".');
  });

  test("quotes a file name that a shell would read something into", () => {
    const problem = { code: "file-unreadable", file: "a b;c", reason: "no" } as const;
    expect(describeProblem(problem).remedy).toContain("ls -l 'a b;c'");
  });
});
