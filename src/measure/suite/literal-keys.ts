/** Where in a suite a key stands that belongs into the environment. */
export interface LiteralKey {
  readonly path: readonly PropertyKey[];
  /** What belongs there instead. The key itself is never said. */
  readonly expected: string;
}

const beginnings = [
  /\b(sk|rk|pk|xai|gsk|pplx|nvapi|key)[-_][\w-]{16,}/,
  /\bAIza[\w-]{30,}/,
  /\b(hf|r8|gh[pousr]|glpat|tgp_v1)[_-]\w{20,}/,
  /\bAKIA[A-Z0-9]{16}\b/,
  /\beyJ[\w-]{10,}\.[\w-]{10,}\./,
  /\b(bearer|basic)\s+(?!\$)\S{8,}/i,
];

const secretName = /^(proxy-)?authorization$|api-?key|token|secret|password|cookie|^key$|[-_]key$/i;
const variableAlone = /^([A-Za-z]+ )?\$[A-Za-z_]\w*$/;
/** A name may hold digits; what is long and full of them is no name. */
const looksDrawn = /^(?=(.*\d){6})\S{24,}$/;

/** The first key written out where endpoints are described: own, of judges, of embeddings. */
export function findLiteralKey(suite: unknown): LiteralKey | undefined {
  for (const part of ["endpoints", "graders"]) {
    const found = within(fieldOf(suite, part), [part]);
    if (found !== undefined) return found;
  }
  return undefined;
}

function within(value: unknown, path: readonly PropertyKey[]): LiteralKey | undefined {
  if (typeof value === "string") {
    const expected = mistakeIn(value, path);
    return expected === undefined ? undefined : { path, expected };
  }
  if (typeof value !== "object" || value === null) return undefined;
  for (const [name, each] of Object.entries(value)) {
    const found = within(each, [...path, Array.isArray(value) ? Number(name) : name]);
    if (found !== undefined) return found;
  }
  return undefined;
}

/** Keys are short; a pattern over megabytes would take its time. */
const longestLook = 20_000;

function mistakeIn(written: string, path: readonly PropertyKey[]): string | undefined {
  const text = written.slice(0, longestLook);
  const field = String(path.at(-1));
  if (beginnings.some((pattern) => pattern.test(text))) return advice(field, path);
  if (field === "keyVariable" && looksDrawn.test(text)) return advice(field, path);
  if (path.at(-2) === "headers" && secretName.test(field) && !variableAlone.test(text)) {
    return advice(field, path);
  }
  if (field === "baseUrl" && hasSecret(text)) {
    return "an address without a key in it; name the variable that holds it as keyVariable";
  }
  return undefined;
}

function advice(field: string, path: readonly PropertyKey[]): string {
  return path.at(-2) === "headers"
    ? "no key in the file; put it into an environment variable and write its name here, such as $MY_KEY"
    : `no key in the file; put it into an environment variable and write its name ${
        field === "keyVariable" ? "here, such as OPENAI_API_KEY" : "as keyVariable: OPENAI_API_KEY"
      }`;
}

function hasSecret(address: string): boolean {
  if (!URL.canParse(address)) return /\/\/[^/]*@/.test(address);
  const { username, password, searchParams } = new URL(address);
  return (
    username !== "" ||
    password !== "" ||
    [...searchParams.keys()].some((each) => secretName.test(each))
  );
}

function fieldOf(value: unknown, name: string): unknown {
  if (typeof value !== "object" || value === null) return undefined;
  return Object.entries(value).find(([each]) => each === name)?.[1];
}
