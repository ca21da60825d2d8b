import { describe, expect, test } from "vitest";
import { findUses } from "./uses.ts";

describe("a sign that code uses a capability", () => {
  test.each`
    text                                             | capability
    ${'tools: [{ name: "weather" }]'}                | ${"cap.tools"}
    ${'"tool_choice": "auto"'}                       | ${"cap.tools"}
    ${"llm.bind_tools([search])"}                    | ${"cap.tools"}
    ${'response_format={"type": "json_object"}'}     | ${"cap.json_mode"}
    ${'type: "json_schema"'}                         | ${"cap.structured_output"}
    ${"client.beta.chat.completions.parse(model=m)"} | ${"cap.structured_output"}
    ${'reasoning_effort="high"'}                     | ${"cap.reasoning"}
    ${'{ type: "image_url" }'}                       | ${"cap.vision"}
    ${'cache_control: { type: "ephemeral" }'}        | ${"cap.prompt_caching"}
    ${'tools=[{"type": "web_search"}]'}              | ${"cap.web_search"}
    ${"temperature=0.2"}                             | ${"cap.temperature"}
  `("$text: $capability", ({ text, capability }) => {
    expect(findUses(`\n${text}`)).toContainEqual(expect.objectContaining({ capability, line: 2 }));
  });

  test.each(["const tools = 3;", "the toolbox", "imagery", "temperature of the room", "a schema"])(
    "is not: %s",
    (text) => expect(findUses(text)).toEqual([]),
  );
});
