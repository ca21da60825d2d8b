import type { Outcome } from "../../core/problems/problem.ts";

/** No question is nested deeper; what is could only be meant to exhaust a reader. */
export const jsonDepthLimit = 32;

/** The body of a request as JSON; nothing at all is the empty question. */
export async function readBody(request: {
  readonly text: () => Promise<string>;
  readonly header: (name: string) => string | undefined;
}): Promise<Outcome<unknown>> {
  const text = await request.text();
  if (text === "") return { ok: true, value: {} };
  const given = request.header("Content-Type") ?? "";
  const [type = ""] = given.split(";");
  if (!/^application\/([\w.-]+\+)?json$/i.test(type.trim())) {
    return { ok: false, problem: { code: "wrong-content-type", given } };
  }
  return parsed(text);
}

function parsed(text: string): Outcome<unknown> {
  try {
    return { ok: true, value: JSON.parse(text) };
  } catch (error) {
    const reason = error instanceof Error ? error.message : "this is none";
    const expected = `Expected one JSON value: ${reason}`;
    return { ok: false, problem: { code: "invalid-input", where: "body", expected } };
  }
}

/** Whether a value holds others within others beyond so many levels. */
export function isDeeperThan(value: unknown, levels: number): boolean {
  if (typeof value !== "object" || value === null) return false;
  return levels === 0 || Object.values(value).some((each) => isDeeperThan(each, levels - 1));
}
