import type { DescribedOperation } from "./described-operation.ts";

/** Where a server listens that was not told otherwise. */
const origin = "http://127.0.0.1:4400";

export interface ExampleRequest {
  readonly by: string;
  readonly language: "sh" | "json";
  readonly text: string;
}

/** One question, asked of every face. */
export function exampleRequests(operation: DescribedOperation): readonly ExampleRequest[] {
  const { name, writes, example } = operation;
  const { input, words } = example;
  const body = JSON.stringify(input);
  const query = addressQuery(input);
  const address = `${origin}/v1/${name}${query === "" ? "" : `?${query}`}`;
  const post = `curl -s ${origin}/v1/${name} -H 'Content-Type: application/json' -d ${quoted(body)}`;
  const line =
    words === undefined
      ? `echo ${quoted(body)} | steelyard ${name} --input -`
      : ["steelyard", name, ...words.map(quotedWord)].join(" ");
  const call = {
    jsonrpc: "2.0",
    id: 1,
    method: "tools/call",
    params: { name, arguments: input },
  };
  return [
    ...(writes ? [] : [{ by: "GET", language: "sh", text: `curl -s ${quoted(address)}` } as const]),
    { by: "POST", language: "sh", text: post },
    { by: "command line", language: "sh", text: line },
    { by: "MCP", language: "json", text: JSON.stringify(call) },
  ];
}

/** An input as an address spells it: lists with commas, fields of fields with dots. */
function addressQuery(input: Readonly<Record<string, unknown>>): string {
  return pairsOf(input)
    .map(([name, value]) => `${name}=${encoded(value)}`)
    .join("&");
}

function pairsOf(
  fields: Readonly<Record<string, unknown>>,
  path = "",
): readonly (readonly [string, string])[] {
  return Object.entries(fields).flatMap(([name, value]) => {
    const at = `${path}${name}`;
    if (isPlainObject(value)) return pairsOf(value, `${at}.`);
    return [[at, valueText(value)] as const];
  });
}

function valueText(value: unknown): string {
  if (!Array.isArray(value)) return String(value);
  const isPlain = value.every((each) => typeof each === "string" && !each.includes(","));
  return isPlain ? value.join(",") : JSON.stringify(value);
}

function isPlainObject(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Signs that mean nothing in a query stay as they read. */
function encoded(text: string): string {
  return encodeURIComponent(text).replace(/%(2C|2F|3A)/g, (sign) => decodeURIComponent(sign));
}

/** In single quotes a shell reads nothing but their end. */
function quoted(text: string): string {
  return `'${text.replaceAll("'", "'\\''")}'`;
}

function quotedWord(word: string): string {
  return /^[\w./:=,@%+-]+$/.test(word) ? word : quoted(word);
}
