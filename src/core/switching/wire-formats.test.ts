import { readFileSync } from "node:fs";
import { describe, expect, test } from "vitest";
import { settings, wireFormat } from "./wire-formats.ts";

/** Names of the fields of an interface, as the library's own types list them. */
function fieldsOf(file: string, name: string): readonly string[] {
  const text = readFileSync(`node_modules/openai/resources/${file}`, "utf8");
  const body = text.slice(text.indexOf(`export interface ${name} {`)).split("\n}\n")[0] ?? "";
  return [...body.matchAll(/^ {4}([a-z_]+)\??:/gm)].map(([, field = ""]) => field);
}

const inChat = fieldsOf("chat/completions/completions.d.ts", "ChatCompletionCreateParamsBase");
const inResponses = fieldsOf("responses/responses.d.ts", "ResponseCreateParamsBase");
const firstPart = (parameter = "") => parameter.split(/[ .]/)[0] ?? "";

describe("the table of wire formats", () => {
  test.each(settings)(
    "sets %s in chat completions and responses as the library does",
    (setting) => {
      const chat = wireFormat("chat-completions", "any", "any")?.parameters[setting];
      const responses = wireFormat("responses", "any", "any")?.parameters[setting];

      expect(inChat).toContain(firstPart(chat));
      if (responses === undefined) expect(inResponses).not.toContain(firstPart(chat));
      else expect(inResponses).toContain(firstPart(responses));
    },
  );

  test("knows the native format of some providers and says so of no other", () => {
    expect(wireFormat("native", "google", "google")?.name).toBe("Gemini's generateContent");
    expect(wireFormat("native", "cohere", "cohere")).toBeUndefined();
    expect(wireFormat("native", "google-vertex", "anthropic")).toBeUndefined();
  });
});
