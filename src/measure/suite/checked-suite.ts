import type { Outcome } from "../../core/problems/problem.ts";
import type { GraderSpec } from "../../core/runs/grader-spec.ts";
import type { Load, StatedDecision, Suite } from "../../core/runs/suite.ts";
import { expectations, expectedFor, isPattern, needsExpected } from "../graders/expectations.ts";
import { endpointOf, isOpenToReaders } from "./endpoint-schema.ts";
import { graderSpecOf } from "./grader-schema.ts";
import { type Place, refusedAt, shaped, within } from "./place.ts";
import type { PlacedPrompt } from "./prompt-of.ts";
import { mostPrompts } from "./read-templates.ts";
import type { SuiteInput } from "./suite-schema.ts";

const mostCells = 1_000_000;

/** A suite as written, with its prompts read. */
export interface ReadParts {
  readonly suite: SuiteInput;
  readonly place: Place;
  readonly prompts: readonly PlacedPrompt[];
}

/** The suite, where all of it goes together: names are there once, what is named is there. */
export function checkedSuite(parts: ReadParts): Outcome<Suite> {
  const { suite, place, prompts } = parts;
  const graders = suite.graders.map(graderSpecOf);
  const mistake =
    mistakeInEndpoints(parts) ??
    mistakeInGraders(graders, parts) ??
    mistakeInPrompts(graders, parts) ??
    mistakeInNames(parts);
  if (mistake !== undefined) return mistake;
  const decision = decisionOf(suite, graders, place);
  if (!decision.ok) return decision;
  return {
    ok: true,
    value: {
      name: suite.name,
      ...(suite.task === undefined ? {} : { task: suite.task }),
      file: place.file,
      prompts: prompts.map(({ prompt }) => prompt),
      endpoints: suite.endpoints.map(endpointOf),
      graders,
      repetitions: suite.repetitions,
      seed: suite.seed,
      load: loadOf(suite),
      warmUpRequests: suite.warmUpRequests,
      limits: suite.limits,
      ...(decision.value === undefined ? {} : { decision: decision.value }),
      stopsEarly: suite.earlyStop,
      keepsExchanges: suite.keepExchanges,
    },
  };
}

type Mistake = Outcome<never> | undefined;

function mistakeInEndpoints({ suite, place }: ReadParts): Mistake {
  const twice = firstRepeated(suite.endpoints.map(({ id }) => id));
  if (twice !== undefined) {
    return refusedAt(place, ["endpoints", twice, "id"], "a name that no other endpoint has");
  }
  const open = namedEndpoints(suite).find(({ endpoint }) => isOpenToReaders(endpoint));
  return open === undefined
    ? undefined
    : refusedAt(
        place,
        [...open.path, "baseUrl"],
        "https, since others can read plain HTTP on the way; or say insecure: true",
      );
}

/** Those that are measured, and those that graders ask. */
function namedEndpoints({ endpoints, graders }: SuiteInput) {
  return [
    ...endpoints.map((endpoint, index) => ({ endpoint, path: ["endpoints", index] })),
    ...graders.flatMap((grader, index) => {
      if (grader.kind === "judge") {
        return [{ endpoint: grader.judge, path: ["graders", index, "judge"] }];
      }
      return grader.kind === "similarity"
        ? [{ endpoint: grader.embeddings, path: ["graders", index, "embeddings"] }]
        : [];
    }),
  ];
}

function mistakeInGraders(graders: readonly GraderSpec[], { place }: ReadParts): Mistake {
  const twice = firstRepeated(graders.map(({ id }) => id));
  if (twice !== undefined) {
    return refusedAt(place, ["graders", twice], "an id that no other grader has");
  }
  for (const [index, grader] of graders.entries()) {
    const at = within(place, "graders", index);
    if (grader.kind === "regex" && grader.pattern !== undefined && !isPattern(grader.pattern)) {
      return refusedAt(at, ["pattern"], "a regular expression");
    }
    if (grader.expected !== undefined) {
      const read = shaped(expectations[grader.kind], grader.expected, within(at, "expected"));
      if (!read.ok) return read;
    }
  }
  return undefined;
}

function mistakeInPrompts(
  graders: readonly GraderSpec[],
  { suite, place, prompts }: ReadParts,
): Mistake {
  if (prompts.length === 0) return refusedAt(place, [], "prompts, files or templates");
  const cells = prompts.length * suite.endpoints.length * suite.repetitions;
  if (prompts.length > mostPrompts) return refusedAt(place, [], `at most ${mostPrompts} prompts`);
  if (cells > mostCells) {
    return refusedAt(place, [], `at most ${mostCells} requests; these make ${cells}`);
  }
  const seen = new Set<string>();
  for (const { prompt, place: at } of prompts) {
    if (seen.has(prompt.id)) {
      return refusedAt(
        at,
        ["id"],
        `an id that no other prompt has; "${prompt.id}" is there already`,
      );
    }
    seen.add(prompt.id);
    for (const grader of graders) {
      const expected = expectedFor(grader, prompt.expected);
      if (expected === undefined) {
        if (grader.key !== undefined || !needsExpected(grader)) continue;
        return refusedAt(at, ["expected"], `what the grader ${grader.id} holds the answer against`);
      }
      const field = grader.key === undefined ? ["expected"] : ["expected", grader.key];
      if (grader.expected !== undefined) continue;
      const read = shaped(expectations[grader.kind], expected, within(at, ...field));
      if (!read.ok) return read;
    }
  }
  return undefined;
}

function mistakeInNames({ suite, place }: ReadParts): Mistake {
  const { load, limits, endpoints } = suite;
  if (load.spacing !== undefined && load.requestsPerSecond === undefined) {
    return refusedAt(place, ["load", "spacing"], "requestsPerSecond beside spacing");
  }
  const ids = endpoints.map(({ id }) => id);
  const unknown = Object.keys(limits.perEndpoint).find((id) => !ids.includes(id));
  return unknown === undefined
    ? undefined
    : refusedAt(place, ["limits", "perEndpoint", unknown], `one of ${ids.join(", ")}`);
}

function decisionOf(
  { decision, endpoints }: SuiteInput,
  graders: readonly GraderSpec[],
  place: Place,
): Outcome<StatedDecision | undefined> {
  if (decision === undefined) return { ok: true, value: undefined };
  const ids = endpoints.map(({ id }) => id);
  const {
    baseline,
    notWorseByPoints: marginPoints,
    cheaper: isCheaperAsked,
    alpha,
    power,
  } = decision;
  const at = within(place, "decision");
  if (!ids.includes(baseline)) return refusedAt(at, ["baseline"], `one of ${ids.join(", ")}`);
  const others = ids.filter((id) => id !== baseline);
  if (others.length === 0)
    return refusedAt(at, ["baseline"], "a second endpoint to hold against it");
  const { candidates = others } = decision;
  const strange = candidates.findIndex((id) => !others.includes(id));
  if (strange !== -1) return refusedAt(at, ["candidates", strange], `one of ${others.join(", ")}`);
  if (firstRepeated(candidates) !== undefined) return refusedAt(at, ["candidates"], "each once");
  const names = graders.map(({ id }) => id);
  const { grader = names[0] } = decision;
  if (grader === undefined) return refusedAt(at, [], "a grader that decides, under graders");
  if (!names.includes(grader)) return refusedAt(at, ["grader"], `one of ${names.join(", ")}`);
  return {
    ok: true,
    value: { baseline, candidates, grader, marginPoints, isCheaperAsked, alpha, power },
  };
}

const usualConcurrency = { closed: 8, open: 256 } as const;

function loadOf({ load }: SuiteInput): Load {
  const { requestsPerSecond, spacing = "poisson", concurrency } = load;
  return requestsPerSecond === undefined
    ? { kind: "closed", concurrency: concurrency ?? usualConcurrency.closed }
    : {
        kind: "open",
        requestsPerSecond,
        spacing,
        concurrency: concurrency ?? usualConcurrency.open,
      };
}

function firstRepeated(names: readonly string[]): number | undefined {
  const index = names.findIndex((name, at) => names.indexOf(name) !== at);
  return index === -1 ? undefined : index;
}
