import { describe, expect, it } from "vitest";
import type { ProbeId } from "../../core/probes/probe.ts";
import type { Dialect } from "../../core/runs/endpoint.ts";
import { plannedRequests } from "./planned-requests.ts";
import { probedEndpoint } from "./probed-endpoint.ts";

function parametersOf(dialect: Dialect, probe: ProbeId) {
  const asked = { url: "http://127.0.0.1:1", model: "m", dialect, insecure: false };
  const settings = { trials: 1, contextTokens: 2048, declared: [] };
  const session = { endpoint: probedEndpoint(asked), seed: 1 };
  return plannedRequests({ ...session, settings: { ...settings, probes: [probe] } }).map(
    ({ parameters }) => parameters,
  );
}

describe("the words of a wire format", () => {
  it.each`
    dialect               | probe             | parameters
    ${"chat-completions"} | ${"tools-forced"} | ${{ tool_choice: "required" }}
    ${"responses"}        | ${"tools-forced"} | ${{ tool_choice: "required" }}
    ${"messages"}         | ${"tools-forced"} | ${{ tool_choice: { type: "any" } }}
    ${"gemini"}           | ${"tools-forced"} | ${{ toolConfig: { functionCallingConfig: { mode: "ANY" } } }}
    ${"chat-completions"} | ${"tools-named"}  | ${{ tool_choice: { type: "function", function: { name: "get_local_time" } } }}
    ${"messages"}         | ${"tools-named"}  | ${{ tool_choice: { type: "tool", name: "get_local_time" } }}
    ${"chat-completions"} | ${"parallel-off"} | ${{ parallel_tool_calls: false }}
    ${"messages"}         | ${"parallel-off"} | ${{ tool_choice: { type: "any", disable_parallel_tool_use: true } }}
    ${"chat-completions"} | ${"json-mode"}    | ${{ response_format: { type: "json_object" } }}
    ${"responses"}        | ${"json-mode"}    | ${{ text: { format: { type: "json_object" } } }}
    ${"gemini"}           | ${"json-mode"}    | ${{ responseMimeType: "application/json" }}
    ${"chat-completions"} | ${"stop"}         | ${{ stop: ["7"] }}
    ${"messages"}         | ${"stop"}         | ${{ stop_sequences: ["7"] }}
    ${"chat-completions"} | ${"max-tokens"}   | ${{ max_tokens: 16 }}
    ${"responses"}        | ${"max-tokens"}   | ${{ max_output_tokens: 16 }}
    ${"gemini"}           | ${"max-tokens"}   | ${{ maxOutputTokens: 16 }}
    ${"chat-completions"} | ${"logprobs"}     | ${{ logprobs: true, top_logprobs: 5, temperature: 0 }}
  `("ask for $probe in $dialect", ({ dialect, probe, parameters }) => {
    expect(parametersOf(dialect, probe)[0]).toMatchObject(parameters);
  });

  it.each`
    dialect        | probe
    ${"responses"} | ${"stop"}
    ${"responses"} | ${"seed"}
    ${"messages"}  | ${"json-mode"}
    ${"gemini"}    | ${"parallel-off"}
    ${"messages"}  | ${"max-completion-tokens"}
  `("are missing for $probe in $dialect, which is then not asked", ({ dialect, probe }) => {
    expect(parametersOf(dialect, probe)).toEqual([]);
  });
});
