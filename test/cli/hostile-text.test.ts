import { describe, expect, test } from "vitest";
import type { Catalog } from "../../src/core/catalog/catalog.ts";
import { depsOf } from "../builders/deps-of.ts";
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
