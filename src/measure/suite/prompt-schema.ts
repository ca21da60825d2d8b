import { z } from "zod";

const idForm = "a name of at most 200 characters, in quotes where it is a number";
const PromptId = z
  .string(idForm)
  .regex(/^[\p{L}\p{N}][^\p{C}]{0,199}$/u, idForm)
  .describe("How results name it.");

const longest = 1_000_000;
const textForm = `a text of at most ${longest} characters`;
const Text = z.string(textForm).max(longest, textForm);

const partForm = "a part with text, or with image: the path of a PNG, JPEG, GIF or WebP file";

/** A piece of a message, as we write it or as chat completions do. */
const WrittenPart = z
  .strictObject({
    type: z.enum(["text", "image_url"]).exactOptional(),
    text: Text.exactOptional(),
    image: z.string(partForm).exactOptional(),
    image_url: z
      .strictObject({ url: z.string(partForm), detail: z.unknown().optional() })
      .exactOptional(),
  })
  .refine(
    ({ text, image, image_url: url }) =>
      [text, image, url].filter((each) => each !== undefined).length === 1,
    partForm,
  );

export type WrittenPart = z.output<typeof WrittenPart>;

const callForm = "a call with id, name and arguments as JSON text";
const WrittenCall = z.union(
  [
    z.strictObject({ id: z.string(), name: z.string(), arguments: Text }),
    z.object({ id: z.string(), function: z.object({ name: z.string(), arguments: Text }) }),
  ],
  callForm,
);

export type WrittenCall = z.output<typeof WrittenCall>;

const contentForm = "a text, or a list of parts with text or image";

/** A message as we write it, or as chat completions do. */
export const WrittenMessage = z
  .strictObject(
    {
      role: z.enum(["system", "developer", "user", "assistant", "tool"]),
      content: z.union([Text, z.null(), z.array(WrittenPart).max(100)], contentForm).optional(),
      toolCalls: z.array(WrittenCall, callForm).exactOptional(),
      tool_calls: z.array(WrittenCall, callForm).exactOptional(),
      toolCallId: z.string("the id of a call").exactOptional(),
      tool_call_id: z.string("the id of a call").exactOptional(),
    },
    "a message with role and content",
  )
  .refine(({ role, content }) => role === "assistant" || !isNothing(content), "a content")
  .refine(
    ({ role, toolCallId, tool_call_id: id }) => role !== "tool" || (toolCallId ?? id) !== undefined,
    "toolCallId: which call of a tool this is the result of",
  );

export type WrittenMessage = z.output<typeof WrittenMessage>;

const schemaForm = "a JSON Schema of the arguments";
const ToolFields = {
  name: z.string("the name of a tool").regex(/^[\w.-]{1,128}$/, "letters, digits and _.- only"),
  description: Text.exactOptional(),
  parameters: z.record(z.string(), z.unknown(), schemaForm).default({ type: "object" }),
};

/** A tool as we write it, or as chat completions do. */
export const WrittenTool = z.union(
  [
    z.strictObject(ToolFields),
    z.strictObject({ type: z.literal("function"), function: z.object(ToolFields) }),
  ],
  "a tool with name, description and parameters",
);

export const WrittenTools = z.array(WrittenTool, "a list of tools").max(200, "200 tools at most");

export type WrittenTool = z.output<typeof WrittenTool>;

/** How the text of a prompt may be written. One of `text` and `messages` is needed. */
const asked = {
  text: Text.exactOptional().describe("What the user says."),
  system: Text.exactOptional().describe("What stands before it, as the system's message."),
  messages: z
    .array(WrittenMessage, "a list of messages")
    .min(1, "one message or more")
    .max(1000, "1,000 messages at most")
    .exactOptional()
    .describe("A whole conversation, in place of text and system."),
  images: z
    .array(z.string("the path of an image"), "a list of paths of images")
    .max(50, "50 images at most")
    .exactOptional()
    .describe("Paths of images, or data: addresses, that go with text."),
  tools: WrittenTools.exactOptional().describe("In place of the tools of the suite."),
  expected: z.unknown().optional().describe("What graders hold the answer against."),
  cluster: z
    .string("the name of a group of prompts, in quotes where it is a number")
    .max(200, "200 characters at most")
    .exactOptional()
    .describe("Prompts of one source, such as one document, do not count as independent."),
};

const oneForm = "either text or messages, and system and images only with text";
const isAsked = ({ text, messages, system, images }: Readonly<Record<string, unknown>>) =>
  messages === undefined
    ? text !== undefined
    : text === undefined && system === undefined && images === undefined;

/** A prompt as a suite file or a line of a file writes it. */
export const PromptInput = z.strictObject({ id: PromptId, ...asked }).refine(isAsked, oneForm);

export type PromptInput = z.output<typeof PromptInput>;

/** Beside our names, those that files of other tools have. */
export const PromptLine = z
  .strictObject(
    {
      ...asked,
      id: z.union([PromptId, z.int()], "a name, or a whole number").exactOptional(),
      prompt: Text.exactOptional(),
    },
    'an object with text or messages, such as {"id": "a", "text": "…", "expected": "…"}',
  )
  .transform(({ prompt, text = prompt, ...rest }) => ({
    ...rest,
    ...(text === undefined ? {} : { text }),
  }))
  .refine(isAsked, oneForm);

const valueForm = "a text, a number, true or false";
export const Value = z.union(
  [z.string().max(longest, textForm), z.number(), z.boolean()],
  valueForm,
);

/** Values of variables by name; three names count for the prompt. */
export const RowInput = z
  .object(
    {
      id: z.union([PromptId, z.int()], "a name, or a whole number").exactOptional(),
      expected: z.unknown().optional(),
      cluster: asked.cluster,
    },
    "values by the name of the variable",
  )
  .catchall(Value);

export type RowInput = z.output<typeof RowInput>;

function isNothing(content: unknown): boolean {
  return content === undefined || content === null;
}
