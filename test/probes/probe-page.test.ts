import { readFileSync } from "node:fs";
import { describe, expect, it } from "vitest";
import { probes } from "../../src/core/probes/probes.ts";
import { parseProbe } from "../../src/faces/probe/probe-options.ts";
import { runLine } from "../cli/run-line.ts";

const page = readFileSync("docs/probe.md", "utf8");
const commands = [...page.matchAll(/^steelyard (probe [^#\n]*)/gm)].map(([, line = ""]) => line);

describe("the page about probing", () => {
  it.each(probes)("says of $id what the command does", ({ id, asks, control, speaksFor }) => {
    const property = speaksFor === undefined ? "" : `\`${speaksFor.property}\``;
    expect(page).toContain(`| \`${id}\` | ${asks} | ${control ?? "–"} | ${property} |`);
  });

  it.each(commands)("shows a command that is understood: %s", async (line) => {
    let isUnderstood = false;
    const probe = async () => async (fields: Readonly<Record<string, unknown>>) => {
      isUnderstood = parseProbe(fields).ok;
      return { ok: true, value: 0 } as const;
    };
    await runLine(line.trim().split(/\s+/), { processes: { probe } });
    expect(isUnderstood).toBe(true);
  });
});
