import { Ajv2020 } from "ajv/dist/2020.js";
import { describe, expect, test } from "vitest";
import { z } from "zod";
import { operationNames, operations } from "../../src/operations/index.ts";
import { questions } from "./questions.ts";
import { smallApi } from "./small-api.ts";

const Operation = z.looseObject({
  operationId: z.string(),
  summary: z.string(),
  parameters: z.array(
    z.strictObject({
      name: z.string(),
      in: z.literal("query"),
      description: z.string(),
      required: z.boolean().optional(),
      style: z.literal("form").optional(),
      explode: z.boolean().optional(),
      schema: z.looseObject({}),
    }),
  ),
  requestBody: z.looseObject({ content: z.looseObject({}) }).optional(),
  responses: z.looseObject({ 200: z.looseObject({}), default: z.looseObject({}) }),
});

const OpenApi = z.looseObject({
  openapi: z.literal("3.1.0"),
  info: z.looseObject({ title: z.string(), version: z.string() }),
  paths: z.record(
    z.string(),
    z.looseObject({ get: Operation.partial().optional(), post: Operation.optional() }),
  ),
  components: z.looseObject({ schemas: z.record(z.string(), z.looseObject({})) }),
});

const response = await smallApi().request("/openapi.json");
const text = await response.text();
const description = OpenApi.parse(JSON.parse(text));

describe("the description of REST", () => {
  test.each(operationNames)(
    "has %s with its input, its parameters and its problems",
    async (name) => {
      const operation = await operations[name]();
      const { get, post } = description.paths[`/v1/${name}`] ?? {};
      expect(post).toMatchObject({ operationId: name, summary: operation.summary });
      expect(post?.requestBody).toBeDefined();
      expect(get === undefined).toBe(operation.writes === true);
      const { properties = {} } = z.toJSONSchema(operation.input, { io: "input" });
      const named = new Set(get?.parameters?.map((parameter) => parameter.name));
      if (get !== undefined)
        expect([...named]).toEqual(expect.arrayContaining(Object.keys(properties)));
    },
  );

  test("refers to nothing that is not there", () => {
    const refs = [...text.matchAll(/"\$ref": "([^"]+)"/g)].map(([, ref = ""]) => ref);
    expect(refs.length).toBeGreaterThan(operationNames.length);
    expect(refs.filter((ref) => !leadsSomewhere(ref))).toEqual([]);
  });

  test("gives no two operations one name", () => {
    const ids = Object.values(description.paths).flatMap(({ get, post }) =>
      [get, post].flatMap((each) => each?.operationId ?? []),
    );
    expect(new Set(ids).size).toBe(ids.length);
  });

  test.each(operationNames)("lets through what %s is asked with", (name) => {
    const ajv = new Ajv2020({ strict: false, validateFormats: false });
    const schema = description.components.schemas[`${name}-input`] ?? false;
    const validate = ajv.compile(schema);
    validate(questions[name].input);
    expect(validate.errors).toBeNull();
  });
});

function leadsSomewhere(ref: string): boolean {
  let found: unknown = description;
  for (const step of ref.replace(/^#\//, "").split("/")) {
    found = typeof found === "object" && found !== null ? Reflect.get(found, step) : undefined;
  }
  return found !== undefined;
}
