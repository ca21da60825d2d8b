import { describe, expect, it } from "vitest";
import type { ProbeId } from "../../src/core/probes/probe.ts";
import type { ProbeVerdict } from "../../src/core/probes/verdict.ts";
import { probed } from "./probed.ts";
import type { Capability, Switches, Way } from "./switches.ts";

const on = (capability: Capability, way: Way): Partial<Switches> => ({
  ways: { [capability]: way },
});

/** Servers that do it not, lie with 200, refuse, break, or reset; what each makes of a probe, and what is seen. */
const cases: readonly (readonly [ProbeId, string, Partial<Switches>, ProbeVerdict, RegExp])[] = [
  [
    "tools-auto",
    "a template without tools",
    on("tools", "ignored"),
    "unsupported",
    /plain text, no tool call/,
  ],
  [
    "tools-auto",
    "tools refused",
    on("tools", "refused"),
    "unsupported",
    /refused with 400: .*tools is not supported/,
  ],
  ["tools-auto", "breaks on tools", on("tools", "fails"), "unclear", /refused with 500/],
  [
    "tools-forced",
    "a template without tools",
    on("tools", "ignored"),
    "unsupported",
    /ignored with 200: plain text/,
  ],
  [
    "tools-forced",
    "200 and ignored",
    on("forced", "ignored"),
    "unsupported",
    /ignored with 200: plain text/,
  ],
  [
    "tools-forced",
    "refused by name",
    on("forced", "refused"),
    "unsupported",
    /tool_choice is not supported/,
  ],
  [
    "tools-forced",
    "breaks on it, and answers without",
    on("forced", "fails"),
    "unsupported",
    /refused with 500/,
  ],
  ["tools-forced", "kept by turns", on("forced", "at-times"), "flaky", /ignored with 200/],
  ["tools-forced", "reset on the way", on("forced", "resets"), "unclear", /reset on the way/],
  [
    "tools-named",
    "200 and ignored: another is called",
    on("named", "ignored"),
    "unsupported",
    /ignored with 200: get_weather was called/,
  ],
  ["tools-none", "200 and ignored", on("none", "ignored"), "unsupported", /called all the same/],
  [
    "tools-none",
    "never calls, so that nothing is shown",
    on("tools", "ignored"),
    "unclear",
    /no tool call/,
  ],
  ["parallel-on", "one call at most", on("parallel", "ignored"), "unsupported", /one call/],
  [
    "parallel-off",
    "several with 200",
    on("parallel-off", "ignored"),
    "unsupported",
    /several calls with 200/,
  ],
  [
    "parallel-off",
    "never several, so that nothing is shown",
    on("parallel", "ignored"),
    "unclear",
    /one call/,
  ],
  [
    "parallel-off",
    "refused by name",
    on("parallel-off", "refused"),
    "unsupported",
    /parallel_tool_calls is not/,
  ],
  ["tool-result", "not used", on("tool-result", "ignored"), "unsupported", /the word is not there/],
  ["tool-result", "breaks on it", on("tool-result", "fails"), "unsupported", /refused with 500/],
  [
    "json-schema",
    "accepted, not enforced",
    on("schema", "ignored"),
    "unsupported",
    /accepted with 200 and not enforced: JSON with another value/,
  ],
  [
    "json-schema",
    "refused",
    on("schema", "refused"),
    "unsupported",
    /response_format is not supported/,
  ],
  ["json-schema", "breaks on it", on("schema", "fails"), "unsupported", /refused with 500/],
  [
    "json-mode",
    "accepted, not enforced",
    on("json", "ignored"),
    "unsupported",
    /not enforced: what is written is no JSON/,
  ],
  ["image", "taken and not seen", on("image", "ignored"), "unsupported", /colour named/],
  [
    "image",
    "refused with 500 that names it",
    on("image", "refused"),
    "unsupported",
    /image input is not supported/,
  ],
  ["streaming", "all in one burst", on("streaming", "ignored"), "unsupported", /at once/],
  [
    "stream-usage",
    "no tokens in streams",
    on("stream-usage", "ignored"),
    "unsupported",
    /counts no tokens/,
  ],
  ["logprobs", "200 and ignored", on("logprobs", "ignored"), "unsupported", /none came/],
  ["logprobs", "refused", on("logprobs", "refused"), "unsupported", /logprobs is not supported/],
  ["seed", "200 and ignored", on("seed", "ignored"), "unsupported", /another text/],
  ["stop", "200 and ignored", on("stop", "ignored"), "unsupported", /past the stop sequence/],
  ["max-tokens", "200 and ignored", on("max_tokens", "ignored"), "unsupported", /wrote more/],
  [
    "max-completion-tokens",
    "200 and ignored",
    on("max_completion_tokens", "ignored"),
    "unsupported",
    /wrote more/,
  ],
  [
    "max-completion-tokens",
    "refused",
    on("max_completion_tokens", "refused"),
    "unsupported",
    /max_completion_tokens is not/,
  ],
  [
    "max-tokens",
    "only the newer name is taken",
    on("max_tokens", "refused"),
    "unsupported",
    /max_tokens is not/,
  ],
  ["system", "not read", on("system", "ignored"), "unsupported", /the word is not there/],
  ["reasoning", "none", {}, "unsupported", /no reasoning/],
  [
    "reasoning",
    "in a field",
    { reasoning: "reasoning_content" },
    "supported",
    /in reasoning_content/,
  ],
  ["reasoning", "in another field", { reasoning: "reasoning" }, "supported", /in reasoning$/],
  ["reasoning", "left in the text", { reasoning: "think" }, "supported", /<think>/],
  [
    "reasoning",
    "counted alone",
    { reasoning: "counted" },
    "supported",
    /counted in tokens, and not shown/,
  ],
  ["unknown-model", "accepted", on("known-model", "ignored"), "unsupported", /answered with 200/],
  [
    "unknown-parameter",
    "ignored",
    on("known-parameters", "ignored"),
    "unsupported",
    /ignored with 200/,
  ],
  ["rate-limits", "none", { hasLimitHeaders: false }, "unsupported", /no such header/],
  [
    "needle",
    "cut in silence",
    on("needle", "ignored"),
    "unsupported",
    /less was counted than sent/,
  ],
];

describe("a probe", () => {
  it.each(cases)("%s at an endpoint: %s", async (probe, _, switches, verdict, seen) => {
    const { outcomes } = await probed(switches, { only: [probe] });
    const outcome = outcomes.find((each) => each.probe === probe);
    expect(outcome).toMatchObject({ verdict });
    expect(outcome?.seen[0]?.because).toMatch(seen);
  });

  it("finds everything at an endpoint that does everything", async () => {
    const { outcomes } = await probed({ reasoning: "reasoning_content" });
    const others = outcomes.filter(({ verdict }) => verdict !== "supported");
    expect(others).toEqual([]);
    expect(outcomes).toHaveLength(25);
    for (const { control } of outcomes) {
      if (control !== null) expect(control.held).toBe(control.of);
    }
  });

  it("takes nonsense for no evidence, and finds what needs no sense all the same", async () => {
    const { outcomes } = await probed({ mind: "gibberish" });
    const verdictOf = (id: ProbeId) => outcomes.find(({ probe }) => probe === id);
    expect(verdictOf("tools-auto")).toMatchObject({ unclear: "no-understanding" });
    expect(verdictOf("image")).toMatchObject({ unclear: "no-understanding" });
    expect(verdictOf("stop")).toMatchObject({ unclear: "control-fails" });
    expect(verdictOf("seed")).toMatchObject({ unclear: "control-fails" });
    expect(verdictOf("tools-forced")).toMatchObject({ verdict: "unsupported" });
    expect(verdictOf("unknown-model")).toMatchObject({ verdict: "supported" });
  });

  it("asks as the endpoint wants to be asked where it takes only the newer limit of tokens", async () => {
    const { outcomes } = await probed(on("max_tokens", "refused"), {
      only: ["json-schema", "seed"],
    });
    const verdicts = outcomes.map(({ verdict }) => verdict);
    expect(verdicts).toEqual(["supported", "supported", "supported"]);
  });

  it("gives no verdict on fewer than three trials", async () => {
    const { outcomes } = await probed({}, { only: ["seed"], settings: { trials: 2 } });
    expect(outcomes.map(({ unclear }) => unclear)).toEqual(["too-few", "too-few"]);
  });
});
