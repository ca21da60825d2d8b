import { hash } from "node:crypto";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { Prompt } from "../../core/runs/prompt.ts";
import { canonicalJson } from "../canonical-json.ts";

/** What makes a cell the one it is. Names of ours, limits and what is expected are no part of it. */
export interface CellParts {
  /** Of `promptHash`. */
  readonly prompt: string;
  /** Of `endpointHash`. */
  readonly endpoint: string;
  readonly model: string;
  readonly parameters: Readonly<Record<string, unknown>>;
  /** From 1. */
  readonly repetition: number;
}

/** The same for the same request, and for no other: SHA-256 over canonical JSON. */
export function cellKey({ prompt, endpoint, model, parameters, repetition }: CellParts): string {
  return sha256(canonicalJson({ prompt, endpoint, model, parameters, repetition }));
}

/** What is asked: renaming a prompt, or expecting something else of it, costs no new request. */
export function promptHash({ messages, tools = [] }: Prompt): string {
  return sha256(canonicalJson({ messages, tools }));
}

/** Where and how it is asked. The key of who asks is no part of it. */
export function endpointHash({ baseUrl, dialect, headers = {}, isStreamed }: Endpoint): string {
  return sha256(canonicalJson({ baseUrl, dialect, headers, isStreamed }));
}

export function sha256(text: string): string {
  return hash("sha256", text);
}
