/**
 * Measures two tiny models on real servers of llama.cpp with the built command line: stopped with
 * kill -9 in the middle, gone on with, and looked through afterwards. Ends with 1 when something is
 * not as it should be.
 */
import { mkdtempSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { builtLlamaServer } from "./llama/build-llama-server.ts";
import { type LlamaServer, startLlama } from "./llama/llama-servers.ts";
import { writeLlamaSuite } from "./llama/llama-suite.ts";
import { measuredAndKilled } from "./llama/measured-and-killed.ts";
import { probeAll } from "./llama/probe-all.ts";
import type { TinyModel } from "./llama/tiny-model.ts";
import { toolCall, wordToken } from "./llama/tiny-vocabulary.ts";
import { wrongWith } from "./llama/wrong-with.ts";

const likesMuch = { token: wordToken("water"), liking: 0.95 };
const likesLess = { token: wordToken("water"), liking: 0.7 };
const likesTools = { token: toolCall, liking: 3 };
const models = {
  careful: { name: "tiny-careful", seed: 1, template: "tools", opening: likesMuch },
  careless: { name: "tiny-careless", seed: 2, template: "tools", opening: likesLess },
  caller: { name: "tiny-caller", seed: 5, template: "tools", opening: likesTools },
  reasoning: { name: "tiny-reasoning", seed: 3, template: "reasoning", opening: likesLess },
  plain: { name: "tiny-plain", seed: 4, template: "plain", opening: likesLess },
} as const satisfies Record<string, TinyModel>;

const program = builtLlamaServer();
const folder = mkdtempSync(join(tmpdir(), "steelyard-llama-"));
const servers: LlamaServer[] = [];
try {
  const start = async (model: TinyModel) => {
    const server = await startLlama(program, model, folder);
    servers.push(server);
    return server;
  };
  const careful = await start(models.careful);
  const careless = await start(models.careless);
  const suite = writeLlamaSuite(folder, [careful, careless]);
  const measured = await measuredAndKilled(suite, join(folder, "runs.db"));
  process.stdout.write(`${measured.report}\n`);
  for (const each of [models.caller, models.reasoning, models.plain]) await start(each);
  const wrong = [...(await wrongWith(measured)), ...(await probeAll(servers, folder))];
  for (const line of wrong) process.stdout.write(`wrong: ${line}\n`);
  if (wrong.length === 0) process.stdout.write("All is as it should be.\n");
  process.exitCode = wrong.length === 0 ? 0 : 1;
} finally {
  await Promise.all(servers.map(({ stop }) => stop()));
  rmSync(folder, { recursive: true, force: true });
}
