import type { Cell } from "../../runs/cell.ts";
import { failureKinds } from "../../runs/failure.ts";
import type { CellResult } from "../../runs/result.ts";
import type { RunReport } from "../../runs/run-report.ts";
import { xmlText } from "../xml-text.ts";
import { type DecisionWords, decisionWords } from "./decision-words.ts";

/** How a result counts: JUnit tells what is wrong from what went wrong. */
type CaseKind = "passed" | "failure" | "error" | "skipped";

/** The numbers that stand before the cases of a suite. */
export interface CaseCounts {
  readonly tests: number;
  readonly failures: number;
  readonly errors: number;
  readonly skipped: number;
  readonly ms: number;
}

export const noCases: CaseCounts = { tests: 0, failures: 0, errors: 0, skipped: 0, ms: 0 };

export const junitHead = '<?xml version="1.0" encoding="UTF-8"?>\n<testsuites>\n';
export const junitFoot = "</testsuites>\n";

/** Adds a result up. */
export function withCase(counts: CaseCounts, result: CellResult): CaseCounts {
  const kind = kindOf(result);
  return {
    tests: counts.tests + 1,
    failures: counts.failures + (kind === "failure" ? 1 : 0),
    errors: counts.errors + (kind === "error" ? 1 : 0),
    skipped: counts.skipped + (kind === "skipped" ? 1 : 0),
    ms: counts.ms + (result.latencyMs ?? 0),
  };
}

export interface SuiteHead {
  /** From 0. */
  readonly place: number;
  readonly name: string;
  readonly of: string;
  /** A moment. */
  readonly createdAt: string;
  readonly counts: CaseCounts;
}

/** The opening of a suite of cases; its attributes are those that readers of JUnit's XML ask for. */
export function junitSuiteHead({ place, name, of, createdAt, counts }: SuiteHead): string {
  const { tests, failures, errors, skipped, ms } = counts;
  const named = `id="${place}" name="${token(name)}" package="${token(of)}"`;
  const from = `timestamp="${createdAt.slice(0, 19)}" hostname="localhost"`;
  const numbers = `tests="${tests}" failures="${failures}" errors="${errors}" skipped="${skipped}" time="${seconds(ms)}"`;
  return `  <testsuite ${named} ${from} ${numbers}>\n    <properties/>\n`;
}

export const junitSuiteFoot = "    <system-out/>\n    <system-err/>\n  </testsuite>\n";

/** One answer: passed, graded as wrong, or failed on the way. */
export function junitCase({ prompt, endpoint, repetition }: Cell, result: CellResult): string {
  const name = repetition === 1 ? prompt : `${prompt} (${repetition})`;
  return caseText({ name, of: endpoint, ms: result.latencyMs ?? 0 }, toldOf(result));
}

/** What was to be decided, a case for each candidate: red unless it is shown. */
export function junitDecision(report: RunReport, place: number): string {
  const words = decisionWords(report);
  if (words.length === 0) return "";
  const failures = words.filter(({ isShown }) => !isShown).length;
  const counts = { ...noCases, tests: words.length, failures };
  const { suite, createdAt } = report;
  const head = junitSuiteHead({ place, name: "decision", of: suite, createdAt, counts });
  return `${head}${words.map(decisionCase).join("")}${junitSuiteFoot}`;
}

function decisionCase({ asked, isShown, answer }: DecisionWords): string {
  const told: Told | null = isShown
    ? null
    : { kind: "failure", type: "not-shown", message: answer, text: answer };
  return caseText({ name: asked, of: "decision", ms: 0 }, told);
}

/** What is told of a case that did not pass. */
export interface Told {
  readonly kind: Exclude<CaseKind, "passed">;
  readonly type: string;
  readonly message: string;
  readonly text: string;
}

function kindOf({ failure, grades }: CellResult): CaseKind {
  if (failure !== null) return "error";
  if (grades.length === 0) return "skipped";
  return grades.every(({ isPass }) => isPass) ? "passed" : "failure";
}

function toldOf(result: CellResult): Told | null {
  const { failure, grades } = result;
  const kind = kindOf(result);
  if (kind === "passed") return null;
  if (failure !== null) {
    const { code, status, message } = failure;
    const whose = `${failureKinds[code].class}: ${code}${status === null ? "" : ` (${status})`}`;
    return { kind: "error", type: code, message: whose, text: message };
  }
  const wrong = grades.filter(({ isPass }) => !isPass);
  const because = wrong.map(({ grader, because: why }) => `${grader}: ${why}`);
  return {
    kind,
    type: wrong.map(({ grader }) => grader).join(", ") || "not-graded",
    message: because[0] ?? "No grader graded it.",
    text: because.join("; "),
  };
}

/** A case; null: it passed. */
export function caseText(
  { name, of, ms }: { readonly name: string; readonly of: string; readonly ms: number },
  told: Told | null,
): string {
  const head = `    <testcase name="${token(name)}" classname="${token(of)}" time="${seconds(ms)}"`;
  if (told === null) return `${head}/>\n`;
  if (told.kind === "skipped") return `${head}><skipped/></testcase>\n`;
  const { kind, type, message, text } = told;
  const attributes = `type="${xmlText(type)}" message="${xmlText(message)}"`;
  return `${head}><${kind} ${attributes}>${xmlText(text)}</${kind}></testcase>\n`;
}

/** A name that is there: no two spaces in a row, none at an end. */
function token(text: string): string {
  return xmlText(text.replace(/\s+/g, " ").trim()) || "unnamed";
}

function seconds(ms: number): string {
  return (ms / 1000).toFixed(3);
}
