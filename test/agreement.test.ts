import { describe, expect, test } from "vitest";
import { z } from "zod";
import { commandRules } from "../src/faces/cli/command-rules.ts";
import { operationNames, operations } from "../src/operations/index.ts";

const Described = z.looseObject({
  type: z.literal("object"),
  additionalProperties: z.literal(false),
  properties: z.record(
    z.string(),
    z.looseObject({ description: z.string({ error: "a field that nobody describes" }).min(8) }),
  ),
});

describe("what other faces build on", () => {
  test.each(operationNames)("%s goes by its command's name", async (name) => {
    expect((await operations[name]()).name).toBe(name);
  });

  test.each(operationNames)("%s publishes every field of its input, described", async (name) => {
    const { input } = await operations[name]();
    const schema = z.toJSONSchema(input, { io: "input" });
    expect(Described.safeParse(schema).error?.issues ?? []).toEqual([]);
  });

  test.each(operationNames)("%s takes from the command line only fields it has", async (name) => {
    const { input } = await operations[name]();
    const { properties = {} } = z.toJSONSchema(input, { io: "input" });
    const { words, options } = commandRules[name];
    const fields = [
      ...words.map((word) => word.replace(/\?|\.\.\./, "")),
      ...options.map(({ field }) => field),
    ];
    expect(fields.filter((field) => !Object.hasOwn(properties, field))).toEqual([]);
  });

  test.each(operationNames)("%s prints the formats its command offers", async (name) => {
    const { formats = {}, streams = {} } = await operations[name]();
    const own = [...Object.keys(formats), ...Object.keys(streams)];
    expect(own).toEqual([...(commandRules[name].formats ?? [])]);
  });
});
