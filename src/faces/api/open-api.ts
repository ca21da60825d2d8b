import { z } from "zod";
import { jsonText } from "../../core/report/json-text.ts";
import { operationNames, operations } from "../../operations/index.ts";
import { methodsOf } from "./answer-request.ts";
import { commonFormats, mediaTypeOf } from "./formats.ts";
import { parameterOf, viewParameters } from "./open-api-parameters.ts";

/** What is served, as OpenAPI 3.1 describes it, from the same schemas that read the questions. */
export async function openApi(version: string): Promise<string> {
  const described = await Promise.all(operationNames.map(async (name) => operations[name]()));
  return jsonText({
    openapi: "3.1.0",
    info: {
      title: "Steelyard",
      version,
      summary: "Weighs language models: which to use, at what cost, how sure that is.",
      license: { name: "Apache-2.0", identifier: "Apache-2.0" },
    },
    servers: [{ url: "/" }],
    paths: {
      "/v1": { get: contents },
      ...Object.fromEntries(
        described.map((operation) => [`/v1/${operation.name}`, pathOf(operation)]),
      ),
    },
    components: {
      schemas: {
        ...Object.fromEntries(
          described.map(({ name, input }) => [inputName(name), schemaOf(input)]),
        ),
        Problem: problemSchema,
      },
      responses: {
        Problem: {
          description: "What is wrong, naming the thing, with one next step.",
          content: {
            "application/problem+json": { schema: { $ref: "#/components/schemas/Problem" } },
          },
        },
      },
      securitySchemes: { token: { type: "http", scheme: "bearer" } },
    },
  });
}

interface Described {
  readonly name: string;
  readonly summary: string;
  readonly input: z.ZodType;
  readonly writes?: true;
  readonly formats?: Readonly<Record<string, unknown>>;
}

const problem = { $ref: "#/components/responses/Problem" };

const problemSchema = {
  type: "object",
  required: ["type", "title", "status", "remedy", "code"],
  properties: {
    type: { type: "string", format: "uri-reference", description: "A page about this problem." },
    title: { type: "string", description: "What is wrong, naming the thing." },
    status: { type: "integer" },
    remedy: { type: "string", description: "One next step." },
    code: { type: "string", description: "Never changes its meaning." },
  },
};

const contents = {
  operationId: "operations",
  summary: "List what can be asked.",
  responses: {
    200: { description: "The operations.", content: { "application/json": { schema: {} } } },
    default: problem,
  },
};

function pathOf(operation: Described) {
  const { name, summary, input } = operation;
  const responses = { 200: answerOf(operation), default: problem };
  const post = {
    operationId: name,
    summary,
    parameters: viewParameters(formatsOf(operation)),
    requestBody: {
      required: true,
      content: {
        "application/json": { schema: { $ref: `#/components/schemas/${inputName(name)}` } },
      },
    },
    responses,
    ...(operation.writes && { security: [{}, { token: [] }] }),
  };
  if (!methodsOf(operation).includes("GET")) return { post };
  const { properties = {}, required = [] } = schemaOf(input);
  const get = {
    operationId: `${name}-by-address`,
    summary,
    parameters: [
      ...Object.entries(properties).map(([field, schema]) =>
        parameterOf(field, typeof schema === "object" ? schema : {}, required.includes(field)),
      ),
      ...viewParameters(formatsOf(operation)),
    ],
    responses: {
      ...responses,
      304: { description: "The answer is the one named by If-None-Match." },
    },
  };
  return { get, post };
}

function answerOf(operation: Described) {
  const types = new Set(formatsOf(operation).map(mediaTypeOf));
  const content = [...types].map((type) => [
    type,
    { schema: { type: type.endsWith("json") ? "object" : "string" } },
  ]);
  return { description: "The answer.", content: Object.fromEntries(content) };
}

function formatsOf({ formats = {} }: Described): readonly string[] {
  return [...commonFormats, ...Object.keys(formats)];
}

function schemaOf(input: z.ZodType) {
  const { $schema: _, "~standard": _standard, ...schema } = z.toJSONSchema(input, { io: "input" });
  return schema;
}

function inputName(name: string): string {
  return `${name}-input`;
}
