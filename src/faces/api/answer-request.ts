import type { Context } from "hono";
import { accepts } from "hono/accepts";
import { z } from "zod";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import { type OperationName, operations } from "../../operations/index.ts";
import type { Deps } from "../../operations/operation.ts";
import { etagOf, isHeld } from "./etag.ts";
import { fieldsOf, type Parameters, type Schema, unknownParameter } from "./fields-of.ts";
import { answerText, contentTypeOf, type View } from "./formats.ts";
import { depsOfAsker, type Keeper } from "./keeper.ts";
import { problemResponse } from "./problem-response.ts";
import { isDeeperThan, jsonDepthLimit, readBody } from "./read-body.ts";
import { viewNames, viewOf } from "./view-of.ts";

export interface Answering {
  readonly keeper?: Keeper | undefined;
  /** Names the program: another one may answer otherwise. */
  readonly version: string;
  /** Absent: each answer is made anew. */
  readonly kept?: Kept | undefined;
}

/** The answer of this name, made when there is none yet. */
export type Kept = (etag: string, make: () => Promise<Outcome<string>>) => Promise<Outcome<string>>;

interface Asked {
  readonly input: unknown;
  readonly view: View;
}

/** Answers one operation over HTTP, as GET or POST asks it. */
export function answerTo(
  name: OperationName,
  stranger: Deps,
  answering: Answering,
): (c: Context) => Promise<Response> {
  let schema: Schema | undefined;
  return async (c) => {
    const operation = await operations[name]();
    const allowed = methodsOf(operation);
    if (!allowed.includes(c.req.method)) {
      return problemResponse({ code: "wrong-method", method: c.req.method, allowed });
    }
    const deps = operation.writes
      ? depsOfAsker(c.req.header("Authorization"), stranger, answering.keeper)
      : ({ ok: true, value: stranger } as const);
    if (!deps.ok) return problemResponse(deps.problem);
    schema ??= z.toJSONSchema(operation.input, { io: "input" });
    const asked = await askedOf(c, Object.keys(operation.formats ?? {}), schema);
    if (!asked.ok) return problemResponse(asked.problem);
    const { input, view } = asked.value;
    const headers = { "Content-Type": contentTypeOf(view.format), Vary: "Accept" };
    if (operation.writes || operation.isLive) {
      const written = await operation.answer(input, deps.value);
      if (!written.ok) return problemResponse(written.problem);
      return c.body(answerText(written.value, view), 200, {
        ...headers,
        "Cache-Control": "no-store",
      });
    }
    const etag = await nameOfAnswer([answering.version, name, view, input], stranger);
    if (!etag.ok) return problemResponse(etag.problem);
    const named = { ...headers, ETag: etag.value, "Cache-Control": "no-cache" };
    const isRead = c.req.method !== "POST";
    if (isRead && isHeld(c.req.header("If-None-Match"), etag.value)) {
      return c.body(null, 304, named);
    }
    const { kept = (_, make) => make() } = answering;
    const text = await kept(etag.value, async () => {
      const outcome = await operation.answer(input, deps.value);
      return outcome.ok ? { ok: true, value: answerText(outcome.value, view) } : outcome;
    });
    return text.ok ? c.body(text.value, 200, named) : problemResponse(text.problem);
  };
}

export function methodsOf({ writes }: { readonly writes?: true }): readonly string[] {
  return writes ? ["POST"] : ["GET", "HEAD", "POST"];
}

async function askedOf(
  c: Context,
  ownFormats: readonly string[],
  schema: Schema,
): Promise<Outcome<Asked>> {
  const { view: viewParameters, rest } = parametersOf(c.req.url);
  const view = viewOf(viewParameters, ownFormats, (supports) =>
    accepts(c, { header: "Accept", supports: [...supports], default: "" }),
  );
  if (!view.ok) return view;
  const input = c.req.method === "POST" ? await bodyOf(c, rest) : fieldsOf(schema, rest);
  if (!input.ok) return input;
  if (isDeeperThan(input.value, jsonDepthLimit)) return { ok: false, problem: tooDeep };
  return { ok: true, value: { input: input.value, view: view.value } };
}

const tooDeep: Problem = {
  code: "invalid-input",
  where: "input",
  expected: `Expected at most ${jsonDepthLimit} levels of objects and lists`,
};

/** The body is the whole input: beside it an address only says how to print. */
async function bodyOf(c: Context, rest: Parameters): Promise<Outcome<unknown>> {
  const [stray] = rest.keys();
  return stray === undefined
    ? readBody(c.req)
    : { ok: false, problem: unknownParameter(stray, viewNames) };
}

function parametersOf(address: string): { readonly view: Parameters; readonly rest: Parameters } {
  const view = new Map<string, string[]>();
  const rest = new Map<string, string[]>();
  for (const [name, value] of new URL(address).searchParams) {
    const group = viewNames.some((each) => each === name) ? view : rest;
    const values = group.get(name);
    if (values === undefined) group.set(name, [value]);
    else values.push(value);
  }
  return { view, rest };
}

/** All that an answer rests on: the program, the catalog with the facts laid over it, the day, the question. */
async function nameOfAnswer(question: readonly unknown[], deps: Deps): Promise<Outcome<string>> {
  const catalog = await deps.catalog([]);
  if (!catalog.ok) return catalog;
  return { ok: true, value: etagOf([catalog.value.hash, deps.today(), ...question]) };
}
