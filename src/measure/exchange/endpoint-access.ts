import type { Outcome } from "../../core/problems/problem.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { dialects } from "./dialects/dialects.ts";

/** Variables of the environment; nothing else of the process is read. */
export type Environment = Readonly<Record<string, string | undefined>>;

/** Where requests go, and what goes with each of them. */
export interface EndpointAccess {
  readonly origin: string;
  /** Path and query of a request. */
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  /** The same, with names of variables where secrets stand. */
  readonly shownHeaders: Readonly<Record<string, string>>;
  /** What must never be written down. */
  readonly secrets: readonly string[];
}

/**
 * Checks an endpoint and fills in what only the environment knows.
 *
 * @param place what follows its address; absent: where its dialect is answered
 */
export function endpointAccess(
  endpoint: Endpoint,
  environment: Environment,
  place?: string,
): Outcome<EndpointAccess> {
  const refuse = (field: string, expected: string): Outcome<never> => ({
    ok: false,
    problem: { code: "invalid-input", where: `${endpoint.id}: ${field}`, expected },
  });
  const base = URL.canParse(endpoint.baseUrl) ? new URL(endpoint.baseUrl) : undefined;
  if (base === undefined || !/^https?:$/.test(base.protocol))
    return refuse("baseUrl", "a whole address, such as `https://api.example.com/v1`");
  if (base.username !== "" || base.password !== "")
    return refuse("baseUrl", "an address without a password; name a variable as `keyVariable`");
  if (base.protocol === "http:" && !isLoopback(base.hostname) && !endpoint.limits.isInsecureAllowed)
    return refuse("baseUrl", "https; `isInsecureAllowed` lets requests go unprotected");
  if (endpoint.keyVariable !== undefined && !variableName.test(endpoint.keyVariable))
    return refuse("keyVariable", "the name of an environment variable, not the key itself");

  const rules = dialects[endpoint.dialect];
  const shown = new Map(Object.entries({ ...usualHeaders, ...rules.headers }));
  if (endpoint.keyVariable !== undefined) shown.set(...rules.keyHeader(`$${endpoint.keyVariable}`));
  for (const [name, value] of Object.entries(endpoint.headers ?? {}))
    shown.set(name.toLowerCase(), value);

  const secrets: string[] = [];
  const headers: Record<string, string> = {};
  for (const [name, template] of shown) {
    if (!headerName.test(name) || ownHeaders.has(name))
      return refuse(`headers.${name}`, "a header that may be set; leave this one out");
    const missing = variablesIn(template).find((variable) => !environment[variable]);
    if (missing !== undefined)
      return refuse(name, `the environment variable ${missing}; set it, or leave it out`);
    secrets.push(...variablesIn(template).map((variable) => environment[variable] ?? ""));
    const value = template.replace(variablePattern, (_, variable) => environment[variable] ?? "");
    if (!headerValue.test(value))
      return refuse(name, "a value without line breaks and control characters");
    headers[name] = value;
  }
  return {
    ok: true,
    value: {
      origin: base.origin,
      path: pathOf(base, place ?? rules.path(endpoint)),
      headers,
      shownHeaders: Object.fromEntries(shown),
      secrets,
    },
  };
}

const usualHeaders = {
  "content-type": "application/json",
  accept: "application/json, text/event-stream",
  "accept-encoding": "identity",
  "user-agent": "steelyard",
};

const headerName = /^[!#$%&'*+.^_`|~0-9a-z-]+$/;
const headerValue = /^[\t\x20-\x7e\x80-\xff]*$/;
/** Those that the connection depends on. */
const ownHeaders: ReadonlySet<string> = new Set([
  "connection",
  "content-length",
  "expect",
  "host",
  "keep-alive",
  "transfer-encoding",
  "upgrade",
]);

const variableName = /^[A-Za-z_][A-Za-z0-9_]*$/;
const variablePattern = /\$([A-Za-z_][A-Za-z0-9_]*)/g;

function variablesIn(template: string): readonly string[] {
  return [...template.matchAll(variablePattern)].flatMap(([, name]) => name ?? []);
}

function pathOf(base: URL, path: string): string {
  const [place, query] = path.split("?");
  const queries = [base.search.slice(1), query].filter(Boolean);
  const search = queries.length === 0 ? "" : `?${queries.join("&")}`;
  return `${base.pathname.replace(/\/+$/, "")}${place}${search}`;
}

function isLoopback(host: string): boolean {
  return /^(?:localhost|.+\.localhost|127(?:\.\d{1,3}){3}|\[::1\])$/.test(host);
}
