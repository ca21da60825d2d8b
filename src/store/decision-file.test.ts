import { mkdtemp, readdir, readFile, truncate, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { gzipSync } from "node:zlib";
import { beforeEach, describe, expect, test } from "vitest";
import { smallCatalog } from "../../test/cli/small-catalog.ts";
import type { Decision } from "../core/decision/decision.ts";
import { evidenceOf } from "../core/decision/evidence-of.ts";
import { readDecision, writeDecision } from "./decision-file.ts";

let folder = "";
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), "decision-"));
});

const models = ["openai/gpt-4.1", "qwen/qwen3.5-4b"];
const decision: Decision = {
  format: 1,
  title: "Which --> model <!-- steelyard-decision",
  decidedOn: "2026-11-20",
  reviewOn: "2027-02-18",
  catalog: { hash: "7f3a9c2d41e0", compiledOn: "2026-11-10" },
  question: { models, constraints: ["context>=200k"], benchmarks: {}, facts: [] },
  verdict: {
    kind: "choose",
    choice: "qwen/qwen3.5-4b",
    otherwise: null,
    conditions: [],
    sentence: "Qwen3.5-4B.",
    level: "low",
    probability: 0.71,
  },
};
const record = {
  text: "# Decision\n\nFor people.\n",
  decision,
  evidence: evidenceOf(smallCatalog, models),
  mayReplace: false,
};

async function written(text?: string): Promise<string> {
  const file = join(folder, "decision.md");
  if (text === undefined) await writeDecision(file, record);
  else await writeFile(file, text);
  return file;
}

describe("a decision record", () => {
  test("is read back as it was written, with what the catalog held of its models", async () => {
    const read = await readDecision(await written());
    if (!read.ok) throw new Error("it was refused");
    expect(read.value.decision).toEqual(decision);
    const { former } = read.value;
    expect(former.models).toEqual(smallCatalog.models);
    expect(former.scoresOf("openai/gpt-4.1")).toEqual(smallCatalog.scoresOf("openai/gpt-4.1"));
    const subject = "route:openai/gpt-4.1";
    expect(former.claimsAbout(subject)).toHaveLength(smallCatalog.claimsAbout(subject).length);
  });

  test("shows people their text, and nothing in it ends the hidden part early", async () => {
    const text = await readFile(await written(), "utf8");
    expect(text.startsWith("# Decision\n\nFor people.\n")).toBe(true);
    expect(text.split("-->")).toHaveLength(2);
  });

  test("is not overwritten unless it may be, and leaves no draft behind", async () => {
    const file = await written();
    const problem = { code: "file-exists", file };
    expect(await writeDecision(file, record)).toEqual({ ok: false, problem });
    expect(await writeDecision(file, { ...record, mayReplace: true })).toEqual({
      ok: true,
      value: file,
    });
    expect(await readdir(folder)).toEqual(["decision.md"]);
  });

  test("cannot be written into a folder that is not there", async () => {
    const file = join(folder, "none", "decision.md");
    expect(await writeDecision(file, record)).toMatchObject({
      ok: false,
      problem: { code: "file-unwritable", file },
    });
  });

  test("that is too large is not opened", async () => {
    const file = await written("");
    await truncate(file, 100_000_000);
    expect(await readDecision(file)).toMatchObject({
      ok: false,
      problem: { code: "file-too-large" },
    });
  });

  const whole = (kept: object) =>
    `# D\n<!-- steelyard-decision\n${JSON.stringify({ ...kept, title: "Which model" })}\n-->\n`;
  const bomb = gzipSync(Buffer.alloc(200 * 1024 * 1024)).toString("base64");

  test.each`
    text                                              | expected               | because
    ${"# Our own notes\n"}                            | ${"that `steelyard"}   | ${"no record at all"}
    ${"# D\n<!-- steelyard-decision\n{"}              | ${"whole"}             | ${"a record that was cut"}
    ${"# D\n<!-- steelyard-decision\n{nonsense\n-->"} | ${"whole"}             | ${"a hidden part that is no JSON"}
    ${whole({ ...decision, format: 2 })}              | ${"newer steelyard"}   | ${"a later format"}
    ${whole({ ...decision, verdict: "yes" })}         | ${"a decision record"} | ${"a verdict of another shape"}
    ${whole(decision)}                                | ${"a decision record"} | ${"no evidence"}
    ${whole({ ...decision, evidence: "AAAA" })}       | ${"a decision record"} | ${"evidence that is not packed"}
    ${whole({ ...decision, evidence: bomb })}         | ${"a decision record"} | ${"evidence that unfolds without end"}
  `("is refused when it is $because", async ({ text, expected }) => {
    const file = await written(text);
    const outcome = await readDecision(file);
    expect(outcome).toMatchObject({ ok: false, problem: { code: "file-invalid", file } });
    if (outcome.ok || outcome.problem.code !== "file-invalid") throw new Error("it was read");
    expect(outcome.problem.expected).toContain(expected);
  });
});
