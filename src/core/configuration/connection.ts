import type { RouteDossier } from "../catalog/dossier.ts";
import type { Endpoint } from "../catalog/entries.ts";
import type { Candidate } from "../compare/candidate.ts";
import { capabilityOf } from "../compare/capability-of.ts";
import type { Source } from "../evidence/source.ts";

/** One model at one address, as a client must be told of it. */
export interface Connection {
  readonly model: string;
  readonly provider: string;
  readonly providerId: string;
  /** What the provider calls the model. */
  readonly modelName: string;
  readonly speaks: string;
  /** Null: no source states it, so that the reader fills it in. */
  readonly baseUrl: string | null;
  /** Variables of the environment; without a known custom they are named for the provider. */
  readonly apiKeyEnv: string;
  readonly baseUrlEnv: string;
  readonly isKeyKnown: boolean;
  /** The parameter that bounds the answer in chat completions. */
  readonly outputLimit: string;
  readonly reasons: boolean;
  /** What the catalog says of the endpoint: `a layer …`. */
  readonly note: string | null;
  /** The day it ends, when one is announced. */
  readonly retiresOn: string | null;
  readonly sources: readonly Source[];
}

/**
 * How to reach the model in the first of the formats that its provider speaks; undefined when it
 * speaks none of them. An address that nobody states stays unknown.
 */
export function connectionTo(
  candidate: Candidate,
  formats: readonly string[],
): Connection | undefined {
  const { route, dossier } = candidate;
  if (route === undefined) return undefined;
  const speaks = formats.find((format) => speaksAt(route, format));
  if (speaks === undefined) return undefined;
  const endpoint = endpointOf(route, speaks);
  const { id, name } = route.provider;
  const prefix = variablePrefix(id);
  return {
    model: dossier.entry.name,
    provider: name,
    providerId: id,
    modelName: route.entry.providerModelId,
    speaks,
    baseUrl: endpoint?.baseUrl ?? null,
    apiKeyEnv: endpoint?.apiKeyEnv ?? `${prefix}_API_KEY`,
    baseUrlEnv: `${prefix}_BASE_URL`,
    isKeyKnown: endpoint !== undefined,
    outputLimit: endpoint?.outputLimit ?? "max_tokens",
    reasons: capabilityOf(candidate, "cap.reasoning").value === "yes",
    note: endpoint?.note ?? null,
    retiresOn: route.lifecycle.retiresOn ?? dossier.lifecycle.retiresOn ?? null,
    sources: endpoint === undefined ? [] : [endpoint.source],
  };
}

/** What somebody must know of an endpoint before it is relied on. */
export function endpointNote(endpoint: {
  readonly provider: string;
  readonly speaks: string;
  readonly note: string;
}): string {
  return `The ${endpoint.speaks} endpoint of ${endpoint.provider} is ${endpoint.note}.`;
}

function speaksAt(route: RouteDossier, format: string): boolean {
  return (
    route.provider.apiShapes.includes(format) ||
    endpointOf(route, format) !== undefined ||
    (route.provider.apiShapes.length === 0 && format === "chat-completions")
  );
}

function endpointOf({ provider }: RouteDossier, format: string): Endpoint | undefined {
  return provider.endpoints?.find(({ speaks }) => speaks === format);
}

/** `z-ai` becomes `Z_AI`: a name that a shell accepts. */
function variablePrefix(provider: string): string {
  const name = provider.toUpperCase().replace(/[^A-Z0-9]+/g, "_");
  return /^[A-Z]/.test(name) ? name : `PROVIDER_${name}`;
}
