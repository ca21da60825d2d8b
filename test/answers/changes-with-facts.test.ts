import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fileURLToPath } from "node:url";
import { expect, test } from "vitest";
import { buildDeps } from "../../src/deps.ts";
import { changes } from "../../src/operations/changes.ts";

const catalog = new URL("../../dist/catalog/", import.meta.url);
const deps = { ...buildDeps(catalog), today: () => "2026-11-20" };
const older = fileURLToPath(new URL("../snapshots/format-1", import.meta.url));

function factsFile(subject: string): string {
  const file = join(mkdtempSync(join(tmpdir(), "steelyard-")), "facts.yaml");
  const price = { subject, property: "price.input", value: "1.25", unit: "USD/Mtok" };
  const fact = { ...price, source: "contract 2026-14", observedOn: "2026-11-01" };
  writeFileSync(file, JSON.stringify([fact]));
  return file;
}

test("a team's own price holds on both sides, so it is no change", async () => {
  const facts = [factsFile("route:openai/gpt-4.1")];
  const input = { from: fileURLToPath(catalog), to: "2026-11-20", facts };
  const outcome = await changes.answer(input, deps);
  expect(outcome).toMatchObject({ ok: true, value: { value: { total: 0 } } });
});

test("what an older catalog does not know yet is not held against it", async () => {
  const facts = [factsFile("route:anthropic/claude-opus-4-8")];
  const input = { from: older, kinds: ["price"], models: ["gpt-4.1"], facts };
  const outcome = await changes.answer(input, deps);
  expect(outcome).toMatchObject({ ok: true });
});

test("a facts file that names nothing known is refused", async () => {
  const facts = [factsFile("route:nobody/nothing-like-this")];
  const outcome = await changes.answer({ from: older, facts }, deps);
  expect(outcome).toMatchObject({ ok: false, problem: { code: "file-invalid" } });
});
