import { describe, expect, it } from "vitest";
import { markdownOf } from "./probe-text.ts";
import { probed } from "./probed.ts";

describe("the report of a session", () => {
  it("names what real servers were seen to do", async () => {
    const report = await probed(
      {
        ways: {
          named: "ignored",
          "parallel-off": "ignored",
          "tool-result": "fails",
          "known-model": "ignored",
          schema: "ignored",
          image: "refused",
        },
        contextTokens: 2048,
      },
      { settings: { contextTokens: 8192, declared: [{ tokens: 8192, by: "its training" }] } },
    );
    const text = markdownOf(report);
    for (const words of [
      "A named tool is not called** (0 of 3; ignored with 200: get_weather was called instead)",
      "Several tools are called at once though that is switched off** (0 of 3; several calls with 200",
      "What a tool returned is not used** (0 of 3; refused with 500",
      "An unknown model name is accepted: whoever mistypes it gets another model** (0 of 3; answered with 200",
      "A JSON Schema is not enforced** (0 of 3; accepted with 200 and not enforced",
      "Images** (0 of 3; refused with 400: ",
      "though it should take 8,192 by its training",
    ]) {
      expect(text).toContain(words);
    }
  });

  it("says where the catalog holds something else, and is silent where it agrees", async () => {
    const report = await probed({ ways: { tools: "ignored" } });
    const sources = ["OpenAI"];
    const text = markdownOf(report, [
      { property: "cap.tools", value: true, sources },
      { property: "cap.json_mode", value: true, sources },
    ]);
    expect(text).toContain("## The catalog says otherwise");
    expect(text).toContain("Tool calls: measured no");
    expect(text).toContain("OpenAI: yes.");
    expect(text).not.toContain("JSON mode: measured");
  });

  it("counts errors on the way by whose they are, and draws nothing from them", async () => {
    const report = await probed({ ways: { seed: "resets" } }, { only: ["seed"] });
    expect(report.failures).toEqual([{ code: "reset", class: "transport", cells: 9, told: 0 }]);
    expect(report.outcomes[1]).toMatchObject({ verdict: "unclear", unclear: "no-evidence" });
    expect(markdownOf(report)).toContain("reset: 9 requests, on the way.");
  });
});
