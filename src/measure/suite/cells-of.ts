import type { Cell } from "../../core/runs/cell.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Suite } from "../../core/runs/suite.ts";
import { canonicalJson } from "../canonical-json.ts";
import { cellKey, endpointHash, promptHash, sha256 } from "./cell-key.ts";

/**
 * All cells of a suite in the order they are sent. A prompt goes to all endpoints one after the
 * other, so that what changes with the hour meets all alike; every prompt is asked once before any
 * is asked twice. The seed draws the order of prompts and, for each, of endpoints: adding a prompt
 * leaves the others in their order.
 *
 * @param isWanted cells of other prompts are passed over
 */
export function* cellsOf(
  asked: CellsAsked,
  isWanted: (promptId: string) => boolean = () => true,
): Generator<Cell> {
  const { repetitions, seed } = asked;
  const prompts = withCopies(asked.prompts, promptHash);
  const endpoints = withCopies(asked.endpoints, (endpoint) =>
    canonicalJson([endpointHash(endpoint), endpoint.model, endpoint.parameters]),
  ).map(({ each, copy }) => ({ each, address: numbered(endpointHash(each), copy) }));
  for (let repetition = 1; repetition <= repetitions; repetition++) {
    for (const prompt of drawn(prompts, ({ each: { id } }) => `${seed} ${repetition} ${id}`)) {
      if (!isWanted(prompt.each.id)) continue;
      const lotOf = ({ each: { id } }: { readonly each: Endpoint }) =>
        `${seed} ${repetition} ${prompt.each.id} ${id}`;
      for (const { each: endpoint, address } of drawn(endpoints, lotOf)) {
        const { model, parameters } = endpoint;
        const place = { prompt: numbered(prompt.hash, prompt.copy), endpoint: address };
        yield {
          key: cellKey({ ...place, model, parameters, repetition }),
          ...{ prompt: prompt.each.id, endpoint: endpoint.id, repetition },
        };
      }
    }
  }
}

export function cellCount({ prompts, endpoints, repetitions }: CellsAsked): number {
  return prompts.length * endpoints.length * repetitions;
}

export type CellsAsked = Pick<Suite, "prompts" | "endpoints" | "repetitions" | "seed">;

interface Copy<T> {
  readonly each: T;
  readonly hash: string;
  /** From 1: two prompts, or endpoints, may be the same under two names. */
  readonly copy: number;
}

function withCopies<T>(all: readonly T[], hashOf: (each: T) => string): readonly Copy<T>[] {
  const seen = new Map<string, number>();
  return all.map((each) => {
    const hash = hashOf(each);
    const copy = (seen.get(hash) ?? 0) + 1;
    seen.set(hash, copy);
    return { each, hash, copy };
  });
}

function numbered(hash: string, copy: number): string {
  return copy === 1 ? hash : `${hash} ${copy}`;
}

/** In the order of their hashes, which is by chance and the same each time. */
function drawn<T>(all: readonly T[], nameOf: (each: T) => string): readonly T[] {
  return all
    .map((each) => ({ each, lot: sha256(nameOf(each)) }))
    .sort((a, b) => (a.lot < b.lot ? -1 : 1))
    .map(({ each }) => each);
}
