import { type CapabilityProperty, properties } from "../catalog/property.ts";
import { capabilityOf } from "./capability-of.ts";
import type { Comparison } from "./comparison.ts";
import type { ComparisonContext } from "./context.ts";
import { nameOf } from "./wording.ts";

/** In the order they are shown. */
export const comparedCapabilities = [
  "cap.tools",
  "cap.parallel_tools",
  "cap.structured_output",
  "cap.json_mode",
  "cap.reasoning",
  "cap.vision",
  "cap.audio_in",
  "cap.video",
  "cap.pdf",
  "cap.prompt_caching",
  "cap.web_search",
  "cap.code_execution",
  "cap.computer_use",
  "cap.fine_tuning",
] as const satisfies readonly CapabilityProperty[];

export function capabilitiesOf(context: ComparisonContext): Comparison["capabilities"] {
  const { candidates, book } = context;
  return comparedCapabilities.map((property) => {
    const standings = candidates.map((candidate) => capabilityOf(candidate, property));
    return {
      capability: property.slice("cap.".length),
      label: properties[property].label,
      values: standings.map((standing) => standing.value),
      details: candidates.map((candidate, index) => {
        const standing = standings[index];
        return {
          text: `${nameOf(candidate)}: ${standing?.because ?? "unknown"}`,
          sources: book.cite(standing?.sources ?? []),
        };
      }),
    };
  });
}
