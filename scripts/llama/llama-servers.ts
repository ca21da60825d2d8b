import { type ChildProcess, spawn } from "node:child_process";
import { once } from "node:events";
import { writeFileSync } from "node:fs";
import { join } from "node:path";
import { freePort } from "../../bench/pages/processes.ts";
import { type TinyModel, tinyModelFile } from "./tiny-model.ts";

export interface LlamaServer {
  readonly model: string;
  readonly baseUrl: string;
  readonly stop: () => Promise<void>;
}

/** As many answers at once as the suite asks for of one endpoint. */
const slots = 8;
const contextTokens = 2048;

/** Starts a server on loopback that answers with the model. */
export async function startLlama(
  program: string,
  model: TinyModel,
  folder: string,
): Promise<LlamaServer> {
  const file = join(folder, `${model.name}.gguf`);
  writeFileSync(file, tinyModelFile(model));
  const port = await freePort();
  const child = spawn(
    program,
    [
      ...["--model", file, "--alias", model.name, "--host", "127.0.0.1", "--port", String(port)],
      ...["--ctx-size", String(slots * contextTokens), "--parallel", String(slots)],
      ...["--threads", "1", "--jinja", "--log-disable"],
      /** Unlikely words are said as often as they are likely. */
      ...["--min-p", "0", "--top-k", "0", "--top-p", "1"],
    ],
    { stdio: ["ignore", "ignore", "pipe"] },
  );
  let said = "";
  child.stderr.on("data", (part) => {
    said = `${said}${part}`.slice(-2000);
  });
  const address = `http://127.0.0.1:${port}`;
  if (!(await isReady(`${address}/health`, child))) {
    throw new Error(`llama-server does not answer with ${model.name}:\n${said}`);
  }
  return {
    model: model.name,
    baseUrl: `${address}/v1`,
    stop: async () => {
      child.kill("SIGKILL");
      if (child.exitCode === null) await once(child, "exit");
    },
  };
}

async function isReady(url: string, child: ChildProcess): Promise<boolean> {
  for (let attempt = 0; attempt < 240 && child.exitCode === null; attempt++) {
    const answers = await fetch(url).then(
      ({ ok }) => ok,
      () => false,
    );
    if (answers) return true;
    await new Promise((resolve) => setTimeout(resolve, 250));
  }
  return false;
}
