import { z } from "zod";
import type { Endpoint } from "../../core/runs/endpoint.ts";

const idForm = "a name of letters, digits and .:_- such as mini, in quotes where it is a number";
export const Id = z
  .string(idForm)
  .regex(/^[A-Za-z0-9][\w.:-]{0,99}$/, idForm)
  .describe("How results name it.");

const variableForm = "the name of an environment variable, such as OPENAI_API_KEY";
const baseUrlForm = "an address such as https://api.openai.com/v1";

const BaseUrl = z
  .string(baseUrlForm)
  .max(2000, "an address of at most 2,000 characters")
  .refine((text) => ["http:", "https:"].includes(urlOf(text)?.protocol ?? ""), baseUrlForm)
  .describe("Where it answers, up to what the dialect adds.");

const headerName = "a name of a header, such as x-team";
const Headers = z
  .record(
    z.string().regex(/^[\w!#$%&'*+.^`|~-]{1,100}$/, headerName),
    z
      .string("a text")
      .max(4000, "4,000 characters at most")
      .regex(/^[\t -~]*$/, "plain letters"),
    "headers by name, such as x-team: search",
  )
  .describe("Sent with every request; `$NAME` stands for an environment variable.");

/** What the suite says elsewhere, or what one cell can have only one of. */
const statedElsewhere = ["model", "messages", "input", "contents", "stream", "tools", "n"];
const Parameters = z
  .record(z.string(), z.unknown(), "parameters by name, such as temperature: 0")
  .refine((stated) => !statedElsewhere.some((name) => Object.hasOwn(stated, name)), {
    error: `no ${statedElsewhere.join(", ")} here: the suite says these elsewhere`,
  })
  .describe("Sent as they are: temperature, max_completion_tokens, reasoning_effort.");

const ms = "a whole number of milliseconds, 1 to 3,600,000";
const Ms = z.int(ms).min(1, ms).max(3_600_000, ms);
const perMinute = "a whole number a minute, 1 or more";
const PerMinute = z.int(perMinute).min(1, perMinute);

const EndpointLimitsInput = z.strictObject(
  {
    requestsPerMinute: PerMinute.exactOptional(),
    tokensPerMinute: PerMinute.exactOptional(),
    firstByteTimeoutMs: Ms.default(60_000),
    idleTimeoutMs: Ms.default(60_000),
    totalTimeoutMs: Ms.default(600_000),
    attempts: z
      .int("1 to 10 attempts")
      .min(1, "1 to 10 attempts")
      .max(10, "1 to 10 attempts")
      .default(4)
      .describe("Requests for one cell at most, the first included."),
    maxBodyBytes: z
      .int("a whole number of bytes")
      .min(1024, "1,024 bytes or more")
      .max(1 << 30, "1,073,741,824 bytes at most")
      .default(32 * 1024 * 1024),
  },
  "limits such as requestsPerMinute: 60",
);

/** An endpoint as a suite file writes it. */
export const EndpointInput = z.strictObject(
  {
    id: Id,
    baseUrl: BaseUrl,
    model: z
      .string("the name the endpoint knows the model by")
      .min(1, "the name the endpoint knows the model by")
      .max(300, "300 characters at most"),
    dialect: z
      .enum(["chat-completions", "responses", "messages", "gemini"])
      .default("chat-completions")
      .describe("How requests and answers are shaped."),
    keyVariable: z
      .string(variableForm)
      .regex(/^[A-Za-z_]\w{0,99}$/, variableForm)
      .exactOptional()
      .describe("The name of the environment variable that holds the key; never the key."),
    headers: Headers.exactOptional(),
    parameters: Parameters.default({}),
    stream: z.boolean("true or false").default(true),
    route: z
      .string("a route of the catalog, such as openai/gpt-4.1")
      .max(300, "300 characters at most")
      .exactOptional()
      .describe("The route of the catalog it stands for, by which its prices are known."),
    insecure: z
      .boolean("true or false")
      .default(false)
      .describe(
        "Plain HTTP to other machines; the key and the prompts can then be read on the way.",
      ),
    limits: EndpointLimitsInput.prefault({}),
  },
  "an endpoint with id, baseUrl and model",
);

export type EndpointInput = z.output<typeof EndpointInput>;

/** Plain HTTP is for this machine alone, unless the suite says otherwise. */
export function isOpenToReaders({ baseUrl, insecure }: EndpointInput): boolean {
  const url = urlOf(baseUrl);
  return url?.protocol === "http:" && !insecure && !isThisMachine(url.hostname);
}

export function endpointOf({ stream, insecure, limits, ...rest }: EndpointInput): Endpoint {
  return { ...rest, isStreamed: stream, limits: { ...limits, isInsecureAllowed: insecure } };
}

function isThisMachine(host: string): boolean {
  return (
    host === "localhost" ||
    host.endsWith(".localhost") ||
    host === "[::1]" ||
    /^127(\.\d+){3}$/.test(host)
  );
}

function urlOf(text: string): URL | undefined {
  return URL.canParse(text) ? new URL(text) : undefined;
}
