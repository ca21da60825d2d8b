import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { describe, expect, test } from "vitest";
import { depsOf } from "../builders/deps-of.ts";
import { runLine, textStream } from "./run-line.ts";

const folder = mkdtempSync(join(tmpdir(), "steelyard-"));
const inFile = (name: string, text: string) => {
  const file = join(folder, name);
  writeFileSync(file, text);
  return file;
};
const [route, model, small] = ["openai/gpt-4.1", "gpt-4.1", "qwen3.5-4b"];
const both = ["compare", model, small];
const move = ["switch", model, small];
const mebibyte = 1024 * 1024;

describe("bad input ends with exit code 2, words on standard error and nothing on standard output", () => {
  test.each([
    { because: "an unknown command", argv: ["weigh"] },
    { because: "no command at all", argv: [] },
    { because: "an unknown option", argv: ["models", "--colour", "always"] },
    { because: "an option without its value", argv: ["models", "--maker"] },
    { because: "an unknown format", argv: ["models", "--format", "xml"] },
    { because: "an impossible width", argv: ["models", "--width", "wide"] },
    { because: "a word too many", argv: ["providers", "openai"] },
    { because: "an unknown model", argv: ["explain", "no-such-model-at-all"] },
    { because: "an unknown route", argv: ["cost", "openai/no-such-route"] },
    { because: "an unknown property", argv: ["explain", model, "price.inptu"] },
    { because: "a day that does not exist", argv: ["models", "--as-of", "2026-02-30"] },
    { because: "a day in another notation", argv: ["models", "--as-of", "30.11.2026"] },
    { because: "one model alone", argv: ["compare", model] },
    { because: "no model", argv: ["compare"] },
    { because: "a model that nobody knows", argv: ["compare", model, "no-such-model"] },
    { because: "the same model twice", argv: ["compare", model, "gpt-4.1-2025-04-14"] },
    { because: "an unknown constraint", argv: [...both, "--constraint", "visoin"] },
    { because: "an unknown task", argv: [...both, "--task", "codig"] },
    { because: "a day before the model", argv: [...both, "--as-of", "2020-01-01"] },
    { because: "a bad day", argv: [...both, "--as-of", "yesterday"] },
    { because: "a failure for nothing", argv: [...both, "--failed-task", "-1"] },
    { because: "traffic to compare at below 0", argv: [...both, "--traffic", "in=-1,out=5"] },
    { because: "traffic to compare at of NaN", argv: [...both, "--traffic", "in=NaN,out=5"] },
    { because: "traffic to compare at of 1e400", argv: [...both, "--traffic", "in=1e400,out=5"] },
    { because: "negative traffic", argv: ["cost", route, "--traffic", "in=-1,out=5"] },
    { because: "traffic that is no number", argv: ["cost", route, "--traffic", "in=NaN,out=5"] },
    { because: "traffic beyond all bounds", argv: ["cost", route, "--traffic", "in=1e400,out=5"] },
    {
      because: "JSON traffic beyond all bounds",
      argv: ["cost", route, "--traffic", '{"inputTokens":1e400,"outputTokens":5}'],
    },
    { because: "a move to nowhere", argv: ["switch", model] },
    { because: "a move from nowhere", argv: ["switch"] },
    { because: "a move through three", argv: ["switch", model, small, "gpt-4o"] },
    { because: "a move to the same model", argv: ["switch", model, "gpt-4.1-2025-04-14"] },
    { because: "a move to a model nobody knows", argv: ["switch", model, "no-such-model"] },
    { because: "a route that is none", argv: [...move, "--to-route", "openai/none"] },
    { because: "a route to the other model", argv: [...move, "--to-route", route] },
    { because: "a library nobody writes for", argv: [...move, "--config", "langchain"] },
    { because: "a move before today", argv: [...move, "--on", "2026-11-19"] },
    { because: "a move on no day", argv: [...move, "--on", "soon"] },
    { because: "a pass rate of nothing", argv: [...move, "--pass-rate", "0"] },
    { because: "more points than pass", argv: [...move, "--points", "90"] },
    { because: "an output ratio below 0", argv: [...move, "--output-ratio", "-1"] },
    { because: "an unknown need of a move", argv: [...move, "--constraint", "visoin"] },
    { because: "traffic to move below 0", argv: [...move, "--traffic", "in=-1,out=5"] },
    { because: "a move on a day before the model", argv: [...move, "--as-of", "2020-01-01"] },
    { because: "a score that is no number", argv: ["gap", "high", "81.8"] },
    { because: "a route and a price at once", argv: ["cost", route, "--price", "in=2,out=8"] },
    { because: "an input file that is not there", argv: ["models", "--input", "/no/such/file"] },
    { because: "a folder as input", argv: ["models", "--input", folder] },
    {
      because: "an input that is not JSON",
      argv: ["models", "--input", inFile("text.json", "maker: qwen")],
    },
    {
      because: "an input with a field that does not exist",
      argv: ["models", "--input", inFile("field.json", '{"markers":"qwen"}')],
    },
    {
      because: "an input that is too large",
      argv: ["models", "--input", inFile("large.json", `"${"x".repeat(mebibyte)}"`)],
    },
    {
      because: "an input file and options at once",
      argv: ["models", "--maker", "qwen", "--input", inFile("fine.json", "{}")],
    },
  ])("$because", async ({ argv }) => {
    const { exitCode, stdout, stderr } = await runLine(argv);
    expect({ exitCode, stdout }).toEqual({ exitCode: 2, stdout: "" });
    expect(stderr).not.toBe("");
    expect(stderr).not.toContain("at file:");
  });

  test("standard input is read no further than the limit", async () => {
    let chunks = 0;
    async function* endless() {
      for (;;) {
        chunks += 1;
        yield "x".repeat(mebibyte / 4);
      }
    }
    const { exitCode } = await runLine(["models", "--input", "-"], { stdin: endless() });
    expect(exitCode).toBe(2);
    expect(chunks).toBe(5);
  });
});

describe("the whole input as JSON", () => {
  test("is the same as the words and options it stands for", async () => {
    const stdin = textStream('{"maker":"qwen"}');
    const fromJson = await runLine(["models", "--input", "-"], { stdin });
    expect(fromJson).toEqual(await runLine(["models", "--maker", "qwen"]));
  });
});

describe("when something else fails", () => {
  const broken = depsOf({
    catalog: async () => {
      throw new Error("the lists are not sorted");
    },
  });

  test("a bug asks for a report, without a stack, with exit code 3", async () => {
    const { exitCode, stdout, stderr } = await runLine(["models"], { deps: broken });
    expect({ exitCode, stdout }).toEqual({ exitCode: 3, stdout: "" });
    expect(stderr).toContain("the lists are not sorted");
    expect(stderr).toContain("report");
    expect(stderr).not.toContain("at ");
  });

  test("a bug says where it happened when asked to", async () => {
    const env = { STEELYARD_DEBUG: "1" };
    const { stderr } = await runLine(["models"], { deps: broken, env });
    expect(stderr).toContain("bad-input.test.ts");
  });

  test("a catalog that cannot be read is the world's failure", async () => {
    const problem = { code: "catalog-unreadable", reason: "No catalog at dist" } as const;
    const deps = { ...broken, catalog: async () => ({ ok: false, problem }) as const };
    const { exitCode, stderr } = await runLine(["models"], { deps });
    expect(exitCode).toBe(3);
    expect(stderr).toContain("npm run build");
  });
});
