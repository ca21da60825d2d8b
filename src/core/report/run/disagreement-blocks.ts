import { counted } from "../../compare/wording.ts";
import type { Disagreement, PairedEndpoints } from "../../runs/paired-endpoints.ts";
import type { RunReport } from "../../runs/run-report.ts";
import { cleanLines } from "../clean-lines.ts";
import { left, section } from "../comparison/setting.ts";
import type { Block, Line, Span } from "../document.ts";
import { formatPercent } from "../format.ts";

/** Prompts on which two differ most, with what was asked and what both said. */
export function disagreementBlocks({ paired }: Pick<RunReport, "paired">): readonly Block[] {
  return paired.flatMap((pair) => {
    const { a, b, disagreements } = pair;
    if (disagreements.length === 0) return [];
    const heading = `Worth reading side by side: ${b} against ${a}`;
    return section(heading, [
      { kind: "paragraph", line: whichLine(pair) },
      {
        kind: "table",
        columns: [left("prompt"), left(a), left(b)],
        rows: disagreements.map(rowOf),
      },
    ]);
  });
}

function whichLine({ a, b, disagreements }: PairedEndpoints): string {
  const losses = disagreements.filter((each) => each.b < each.a).length;
  const shown = counted(disagreements.length, "prompt");
  return `${shown} on which the two differ, those that ${b} loses first: ${losses} of them go to ${a}.`;
}

const charsAtMost = 600;

function rowOf({ prompt, a, b, texts }: Disagreement): readonly Line[] {
  const shares = [formatPercent(a, 0), formatPercent(b, 0)] as const;
  if (texts === null) return [prompt, shares[0], shares[1]];
  return [told(prompt, texts.asked), told(shares[0], texts.a), told(shares[1], texts.b)];
}

function told(label: string, text: string): Line {
  const short = cleanLines(text, charsAtMost);
  const head: Span = { text: `${label}:`, tone: "strong" };
  if (short === "") return [head, { text: " says nothing", tone: "dim" }];
  return [head, { text: " " }, { text: short, isForeign: true }];
}
