import { describe, expect, test } from "vitest";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { depsOf } from "../builders/deps-of.ts";
import { brick, claimOf, worldOf } from "../builders/world-of.ts";
import { runLine } from "./run-line.ts";
import { smallCatalog } from "./small-catalog.ts";

const [escapeSign, csi, override] = [0x1b, 0x9b, 0x202e].map((point) =>
  String.fromCodePoint(point),
);
const hostileName = `GPT${escapeSign}[2J${csi}31m${override}-4.1\n| <b>`;
const [provider] = smallCatalog.providers;

const hostile: Catalog = {
  ...smallCatalog,
  providers: provider === undefined ? [] : [{ ...provider, name: hostileName }],
};
const deps = depsOf({ catalog: async () => ({ ok: true, value: hostile }) });

describe("text from a hostile source", () => {
  test.each(["text", "markdown", "json"])("does nothing to a terminal as %s", async (format) => {
    const { stdout } = await runLine(["providers", "--format", format], { deps });
    expect(stdout).toContain("GPT");
    expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
  });

  test.each(["text", "markdown", "json", "atom"])(
    "does nothing when it names what changed, as %s",
    async (format) => {
      const world = (context: number) =>
        worldOf({ modelName: hostileName, claims: [claimOf(brick, "limit.context", context)] });
      const outcome = (context: number) => async () =>
        ({ ok: true, value: world(context) }) as const;
      const argv = ["changes", "--from", "kept", "--format", format];
      const { stdout } = await runLine(argv, {
        deps: { catalog: outcome(8_000), catalogAt: outcome(4_000) },
      });
      expect(stdout).toContain("8,000");
      expect(stdout.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
      expect(stdout).not.toContain(format === "json" ? "\u001b" : "| <b>");
    },
  );

  test("is the same text in JSON", async () => {
    const { stdout } = await runLine(["providers", "--format", "json"], { deps });
    expect(JSON.parse(stdout).providers[0].name).toBe(hostileName);
  });

  test("does nothing to a terminal when it was typed", async () => {
    for (const argv of [[hostileName], ["models", `--${hostileName}`], ["explain", hostileName]]) {
      const { stderr } = await runLine(argv);
      expect(stderr.replaceAll("\n", "")).not.toMatch(/[\p{Cc}\p{Cf}]/u);
    }
  });
});
