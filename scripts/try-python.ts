/**
 * Tries the files that `switch` writes for Python with their real libraries, `openai` and
 * `litellm[proxy]`, against a provider on this machine. npm does not install Python, so this is no
 * part of `npm test`. Ends with 1 when a file does not work, with 3 when a library is not there.
 */
import { spawn, spawnSync } from "node:child_process";
import { mkdtempSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { fieldOf } from "../test/answers/walk-answer.ts";
import { configurationText } from "../test/configurations/generated.ts";
import { isDown, openLoopback } from "../test/configurations/loopback-provider.ts";

const argv = [
  ...["gpt-4.1", "qwen3.5-4b", "--from-route", "openai/gpt-4.1"],
  ...["--to-route", "deepinfra/Qwen/Qwen3.5-4B"],
];
const prompts = ["Who are you?", isDown("Qwen/Qwen3.5-4B")];
const expected = ["answered by Qwen/Qwen3.5-4B", "answered by gpt-4.1"];

const loopback = await openLoopback();
const env = {
  ...process.env,
  OPENAI_API_KEY: "key of OpenAI",
  DEEPINFRA_API_KEY: "key of DeepInfra",
  OPENAI_BASE_URL: `${loopback.address}/openai/v1`,
  DEEPINFRA_BASE_URL: `${loopback.address}/deepinfra/v1`,
};
const folder = mkdtempSync(join(tmpdir(), "steelyard-python-"));

const outcomes = [await tryOpenAi(), await tryLiteLlm()];
await loopback.close();
process.exitCode = outcomes.includes("failed") ? 1 : outcomes.includes("not there") ? 3 : 0;

type Outcome = "works" | "failed" | "not there";

async function tryOpenAi(): Promise<Outcome> {
  if (!isInstalled("openai")) return said("openai", "not there");
  writeFileSync(join(folder, "model.py"), configurationText(argv, "openai-python"));
  const answers: string[] = [];
  for (const prompt of prompts) {
    const question = JSON.stringify([{ role: "user", content: prompt }]);
    answers.push(await output(["-c", `import model; print(model.ask(${question})[1])`]));
  }
  return judged("openai", answers);
}

async function tryLiteLlm(): Promise<Outcome> {
  if (!isInstalled("litellm")) return said("litellm", "not there");
  const text = configurationText(argv, "litellm")
    .replace("https://api.openai.com/v1", env.OPENAI_BASE_URL)
    .replace("https://api.deepinfra.com/v1/openai", env.DEEPINFRA_BASE_URL);
  writeFileSync(join(folder, "config.yaml"), text);
  const port = "4719";
  const proxy = spawn("litellm", ["--config", join(folder, "config.yaml"), "--port", port], {
    env,
  });
  const address = `http://127.0.0.1:${port}`;
  try {
    await answering(`${address}/health/liveliness`);
    const answers: string[] = [];
    for (const content of prompts) {
      const response = await fetch(`${address}/chat/completions`, {
        method: "POST",
        headers: { "content-type": "application/json" },
        body: JSON.stringify({ model: "qwen3.5-4b", messages: [{ role: "user", content }] }),
      });
      const body: unknown = await response.json();
      const choices = fieldOf(body, "choices");
      const [first]: readonly unknown[] = Array.isArray(choices) ? choices : [];
      answers.push(String(fieldOf(fieldOf(first, "message"), "content")));
    }
    return judged("litellm", answers);
  } finally {
    proxy.kill();
  }
}

function isInstalled(library: string): boolean {
  return spawnSync("python3", ["-c", `import ${library}`]).status === 0;
}

function output(args: readonly string[]): Promise<string> {
  const child = spawn("python3", args, { cwd: folder, env });
  let text = "";
  child.stdout.on("data", (part: Buffer) => {
    text += part.toString("utf8");
  });
  return new Promise((resolve) => child.on("close", () => resolve(text.trim())));
}

async function answering(url: string): Promise<void> {
  for (let attempt = 0; attempt < 120; attempt++) {
    const isThere = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (isThere) return;
    await new Promise((resolve) => setTimeout(resolve, 500));
  }
  throw new Error(`${url} does not answer`);
}

function judged(library: string, answers: readonly string[]): Outcome {
  const works = answers.join() === expected.join();
  return said(library, works ? "works" : "failed", works ? "" : `: ${answers.join(", ")}`);
}

function said(library: string, outcome: Outcome, detail = ""): Outcome {
  process.stdout.write(`${library}: ${outcome}${detail}\n`);
  return outcome;
}
