import { z } from "zod";

/** As promptfoo documents its configuration; what is not here is named as left over. */
const Fields = z.record(z.string(), z.unknown());

export const WireAssert = z.looseObject({
  type: z.string(),
  value: z.unknown().optional(),
  threshold: z.number().optional(),
  provider: z.unknown().optional(),
});

export type WireAssert = z.output<typeof WireAssert>;

export const WireTest = z.looseObject({
  description: z.string().optional(),
  vars: Fields.optional(),
  assert: z.array(WireAssert).optional(),
  options: Fields.optional(),
});

export type WireTest = z.output<typeof WireTest>;

export const WireProvider = z.union([
  z.string(),
  z.looseObject({ id: z.string(), label: z.string().optional(), config: Fields.optional() }),
  Fields,
]);

export type WireProvider = z.output<typeof WireProvider>;

export const WirePrompt = z.union([
  z.string(),
  z.looseObject({
    id: z.string().optional(),
    label: z.string().optional(),
    raw: z.string().optional(),
  }),
]);

export type WirePrompt = z.output<typeof WirePrompt>;

const Providers = z.union(
  [z.array(WireProvider), WireProvider.transform((one) => [one])],
  "a provider, such as openai:gpt-4.1, or a list of them",
);
const Tests = z.union(
  [z.array(z.union([z.string(), WireTest])), z.string().transform((one) => [one])],
  "a list of tests, or a file of them",
);

export const WireConfig = z.looseObject(
  {
    description: z.string().optional(),
    prompts: z.union(
      [z.array(WirePrompt), WirePrompt.transform((one) => [one])],
      "a prompt, a file of one, or a list of them",
    ),
    providers: Providers.optional(),
    targets: Providers.optional(),
    tests: Tests.optional(),
    defaultTest: z.union([z.string(), WireTest], "a test, or a file of one").optional(),
    evaluateOptions: Fields.optional(),
  },
  "a promptfoo configuration with prompts",
);

export type WireConfig = z.output<typeof WireConfig>;
