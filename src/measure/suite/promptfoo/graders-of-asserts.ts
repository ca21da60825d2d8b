import { z } from "zod";
import { type Leave, leaveOthers } from "./left-over.ts";
import { endpointOfProvider, type WrittenEndpoint } from "./provider-endpoint.ts";
import { type WireAssert, WireProvider } from "./wire.ts";

/** A grader as it is written into a suite file; what it expects is found by its id as key. */
export type WrittenGrader = Readonly<Record<string, unknown>> & {
  readonly kind: string;
  readonly id: string;
};

/** A grader, and what it expects of one test. */
interface Mapped {
  readonly grader: Readonly<Record<string, unknown>> & { readonly kind: string };
  readonly expected: unknown;
}

interface Terms {
  readonly where: string;
  readonly leave: Leave;
  /** Stated for the test or for all: who judges, who makes vectors. */
  readonly provider: unknown;
}

type AssertRule = (assert: WireAssert, terms: Terms) => Mapped | undefined;

const json =
  (where: "whole" | "anywhere"): AssertRule =>
  ({ value }, { where: at, leave }) => {
    if (typeof value === "string") {
      leave(at, excerpt(value), "write the schema into the suite as an object");
      return undefined;
    }
    return { grader: { kind: "json-schema", where }, expected: value ?? true };
  };
const contains =
  (grader: Readonly<Record<string, unknown>>): AssertRule =>
  ({ value }) => ({
    grader: { ...grader, kind: "contains" },
    expected: listOf(value),
  });
const regex =
  (isNegated: boolean): AssertRule =>
  ({ value }) => ({
    grader: { kind: "regex", ...(isNegated ? { not: true } : {}) },
    expected: String(value),
  });
const unmapped =
  (because: string): AssertRule =>
  ({ type }, { where, leave }) => {
    leave(where, type, because);
    return undefined;
  };

const measured =
  "cost and latency are measured of every request, and no grade; see `limits` of the suite";
const ownCode = "write it as a grader of kind `module`";

const rules: Readonly<Record<string, AssertRule>> = {
  equals: ({ value }) =>
    typeof value === "object" && value !== null
      ? { grader: { kind: "json-path", path: "$" }, expected: value }
      : { grader: { kind: "exact", trim: false }, expected: value },
  contains: contains({}),
  icontains: contains({ ignoreCase: true }),
  "contains-all": contains({}),
  "icontains-all": contains({ ignoreCase: true }),
  "contains-any": contains({ match: "any" }),
  "icontains-any": contains({ match: "any", ignoreCase: true }),
  "not-contains": contains({ match: "none" }),
  "not-icontains": contains({ match: "none", ignoreCase: true }),
  "not-contains-any": contains({ match: "none" }),
  "starts-with": ({ value }) => ({
    grader: { kind: "regex" },
    expected: `^${String(value).replace(/[.*+?^${}()|[\]\\/]/g, "\\$&")}`,
  }),
  regex: regex(false),
  "not-regex": regex(true),
  "is-json": json("whole"),
  "contains-json": json("anywhere"),
  "llm-rubric": ({ value, threshold }, terms) => {
    const judge = askedOf(terms, "text", "a judge");
    if (judge === undefined) return undefined;
    return {
      grader: {
        kind: "judge",
        judge,
        rubric: "The REFERENCE says what a good answer is. The answer must do what it says.",
        atLeast: threshold ?? 0.5,
      },
      expected: String(value),
    };
  },
  similar: ({ value, threshold }, terms) => {
    const embeddings = askedOf(terms, "embedding", "who makes vectors");
    if (embeddings === undefined) return undefined;
    return {
      grader: { kind: "similarity", embeddings, atLeast: threshold ?? 0.75 },
      expected: String(value),
    };
  },
  cost: unmapped(measured),
  latency: unmapped(measured),
  javascript: unmapped(ownCode),
  python: unmapped(ownCode),
};

/** Grader and expectation for an assertion; undefined, and noted, where there is none. */
export function graderOfAssert(assert: WireAssert, terms: Terms): Mapped | undefined {
  const { where, leave } = terms;
  const known = ["type", "value", "threshold", "provider"];
  leaveOthers(leave, where, { value: assert, known, because: "a grader has no such setting" });
  const rule = new Map(Object.entries(rules)).get(assert.type);
  if (rule !== undefined) return rule(assert, terms);
  leave(where, assert.type, "no grader does this; write one of kind `module`");
  return undefined;
}

/** Providers may be stated for each purpose; one that is not is for texts unless its name says so. */
const Purposes = z.object({ text: z.unknown().optional(), embedding: z.unknown().optional() });

function askedOf(
  { where, leave, provider }: Terms,
  purpose: "text" | "embedding",
  what: string,
): WrittenEndpoint | undefined {
  const purposes = Purposes.safeParse(provider);
  const stated = (purposes.success ? purposes.data[purpose] : undefined) ?? provider;
  const read = WireProvider.safeParse(stated);
  const isForVectors = /:embeddings?:/.test(JSON.stringify(stated) ?? "");
  if (read.success && isForVectors === (purpose === "embedding")) {
    return endpointOfProvider(read.data, `${where}.provider`, leave);
  }
  leave(where, what, "the configuration does not say who is asked; write the grader by hand");
  return undefined;
}

function listOf(value: unknown): readonly string[] {
  if (Array.isArray(value)) return value.map(String);
  return [String(value)];
}

function excerpt(text: string): string {
  return text.length > 60 ? `${text.slice(0, 59)}…` : text;
}
