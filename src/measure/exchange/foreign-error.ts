import { z } from "zod";
import { foreignText, lenient, lenientList } from "./dialects/foreign-json.ts";
import { waitMsOf } from "./retry-after.ts";

/** What an endpoint says is wrong. */
export interface ForeignError {
  readonly message: string;
  /** Names for programs, such as `insufficient_quota`, in lower case. */
  readonly names: readonly string[];
  readonly retryAfterMs: number | null;
}

const Name = z.union([z.string(), z.number()]).nullish().catch(null);

const ErrorObject = z.object({
  message: foreignText,
  type: Name,
  code: Name,
  status: Name,
  details: lenientList(z.object({ retryDelay: foreignText })),
});

const Texts = z.union([
  z.string(),
  z.array(z.object({ msg: z.string() })).transform((all) => all.map(({ msg }) => msg).join("; ")),
]);

const Body = z.object({
  error: lenient(z.union([z.string(), ErrorObject])),
  detail: lenient(Texts),
  message: foreignText,
  code: Name,
  type: Name,
  object: foreignText,
});

/**
 * Reads the error in a body that is known to be one, or, `isCertain` being false, in a body that came
 * with status 200: there only what calls itself an error is one.
 */
export function foreignErrorOf(
  json: unknown,
  { isCertain }: { readonly isCertain: boolean },
): ForeignError | undefined {
  const first: unknown = Array.isArray(json) ? json[0] : json;
  if (!isCertain && !maySayError(first)) return undefined;
  const body = Body.safeParse(first).data;
  if (body === undefined) return undefined;
  const isError = body.error || body.type === "error" || body.object === "error";
  if (!isError && !isCertain) return undefined;
  const said = typeof body.error === "string" ? { message: body.error } : (body.error ?? body);
  return errorOf({ ...said, message: said.message || body.detail || body.message });
}

/** Most of what comes says nothing of an error, and need not be taken apart to know it. */
function maySayError(body: unknown): boolean {
  if (typeof body !== "object" || body === null) return false;
  const { error, type, object }: ErrorFields = body;
  return Boolean(error) || type === "error" || object === "error";
}

interface ErrorFields {
  readonly error?: unknown;
  readonly type?: unknown;
  readonly object?: unknown;
}

type Said = Partial<z.infer<typeof ErrorObject>>;

function errorOf({ message, type, code, status, details }: Said): ForeignError {
  const names = [type, code, status].flatMap((name) =>
    name === null || name === undefined || name === "error" ? [] : [String(name).toLowerCase()],
  );
  const distinct = [...new Set(names)];
  const delay = details?.find((each) => each?.retryDelay)?.retryDelay;
  const said = [distinct.join(", "), message].filter(Boolean).join(": ");
  return {
    message: said || "an error without words",
    names: distinct,
    retryAfterMs: delay ? waitMsOf(delay, 0) : null,
  };
}
