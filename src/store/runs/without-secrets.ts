import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Run } from "../../core/runs/run.ts";

const secretName = /auth|key$|token$|sig(nature)?$|secret|passw|cookie|credential/i;
const secretParameter = /^auth|api-?_?key$|secret|passw|credential/i;
const fromEnvironment = /^(?:[A-Za-z]+ )?\$\{?\w+\}?$/;

/**
 * The run as it may be kept. No secret belongs in an endpoint; where one was put nevertheless, it is
 * left out rather than written to a disk or a server that others read.
 */
export function withoutSecrets(run: Run): Run {
  return { ...run, endpoints: run.endpoints.map(publicEndpoint) };
}

function publicEndpoint(endpoint: Endpoint): Endpoint {
  const { id, model, dialect, keyVariable, headers, isStreamed, route, limits } = endpoint;
  return {
    id,
    baseUrl: publicAddress(endpoint.baseUrl),
    model,
    dialect,
    ...(keyVariable === undefined ? {} : { keyVariable }),
    ...(headers === undefined ? {} : { headers: publicHeaders(headers) }),
    parameters: publicParameters(endpoint.parameters),
    isStreamed,
    ...(route === undefined ? {} : { route }),
    limits,
  };
}

/** Without a user, a password and values of parameters that look like keys. */
function publicAddress(address: string): string {
  if (!URL.canParse(address)) return address.replace(/\/\/[^/@]*@/, "//").replace(/[?#].*$/s, "");
  const url = new URL(address);
  if (url.username === "" && url.password === "" && url.search === "") return address;
  url.username = "";
  url.password = "";
  for (const name of [...url.searchParams.keys()]) {
    if (secretName.test(name)) url.searchParams.delete(name);
  }
  return url.href;
}

function publicHeaders(headers: Readonly<Record<string, string>>): Record<string, string> {
  return Object.fromEntries(
    Object.entries(headers).filter(
      ([name, value]) => !secretName.test(name) || fromEnvironment.test(value),
    ),
  );
}

/** Fewer names than in headers: `prompt_cache_key` is no secret. */
function publicParameters(parameters: Endpoint["parameters"]): Endpoint["parameters"] {
  return Object.fromEntries(
    Object.entries(parameters).filter(([name]) => !secretParameter.test(name)),
  );
}
