import { cleanText } from "../report/clean-text.ts";
import { type Connection, endpointNote } from "./connection.ts";

/** A text between quotes that TypeScript, Python and YAML read alike. */
export function quoted(text: string): string {
  return JSON.stringify(cleanText(text));
}

/** One comment line: names come from outside and must not end it. */
export function comment(sign: "//" | "#", text: string): string {
  return `${sign} ${cleanText(text)}`;
}

/** What a reader must know of a connection before the file can work. */
export function remarksOn(connection: Connection): readonly string[] {
  const { provider, speaks, note, baseUrl, baseUrlEnv, apiKeyEnv, isKeyKnown } = connection;
  return [
    note !== null && endpointNote({ provider, speaks, note }),
    baseUrl === null &&
      `unknown: no source here states the address of ${provider}; set ${baseUrlEnv} to it`,
    !isKeyKnown && `unknown: which variable holds your key for ${provider}; ${apiKeyEnv} is read`,
  ].filter((remark) => remark !== false);
}

/** `Qwen3.5-4B at DeepInfra (address: models.dev, 2026-06-25)`, and until when it is there. */
export function originOf({ model, provider, sources, retiresOn }: Connection): string {
  const [source] = sources;
  const stated =
    source === undefined ? "" : ` (address and variable: ${source.name}, ${source.observedOn})`;
  const end = retiresOn === null ? "" : `; it retires on ${retiresOn}`;
  return `${model} at ${provider}${stated}${end}`;
}

/** Where several variables hold keys: `OPENAI_API_KEY and DEEPINFRA_API_KEY`. */
export function keysOf(connections: readonly Connection[]): readonly string[] {
  return [...new Set(connections.map(({ apiKeyEnv }) => apiKeyEnv))];
}

/** TypeScript for the address: the variable where it is set, else what is stated; never an empty one. */
export function addressText({ baseUrl, baseUrlEnv }: Connection): string {
  return baseUrl === null
    ? `setting(${quoted(baseUrlEnv)})`
    : `process.env[${quoted(baseUrlEnv)}] || ${quoted(baseUrl)}`;
}

/** TypeScript that reads a variable. SDKs fall back on another provider's key or address when it is empty. */
export const settingFunction = `/** Without it an SDK would send this provider's requests or keys to another. */
function setting(variable: string): string {
  const value = process.env[variable];
  if (!value) throw new Error(\`Set the environment variable \${variable}\`);
  return value;
}
`;
