import { createRequire } from "node:module";
import { Worker } from "node:worker_threads";
import { z } from "zod";

/** Work whose time a stranger's text decides: a pattern over it, a schema held against it. */
export type BoundedTask =
  | {
      readonly kind: "pattern";
      readonly pattern: string;
      readonly flags: string;
      readonly text: string;
    }
  /** `json` absent: only whether the schema itself can be read. */
  | { readonly kind: "schema"; readonly schema: string; readonly json?: string };

/** What came of it, and for what was not so: where. */
export interface BoundedResult {
  readonly isMatch: boolean;
  readonly because: string;
}

export interface BoundedWorker {
  /** Throws where a task takes too long, too much memory, or cannot be done. */
  readonly run: (task: BoundedTask) => Promise<BoundedResult>;
  readonly close: () => Promise<void>;
}

const longestMs = 1000;

const Reply = z.union([
  z.object({ isMatch: z.boolean(), because: z.string() }),
  z.object({ failure: z.string() }),
]);

/** A thread of its own, one task at a time; it is ended and begun anew where a task does not end. */
export function boundedWorker(): BoundedWorker {
  let thread: Promise<Worker> | undefined;
  let queue: Promise<unknown> = Promise.resolve();
  const end = async () => {
    const running = await thread;
    thread = undefined;
    await running?.terminate();
  };
  const run = async (task: BoundedTask) => {
    thread ??= started();
    try {
      return await replied(await thread, task);
    } catch (cause) {
      if (!(cause instanceof TaskRefused)) await end();
      throw cause;
    }
  };
  return {
    run: (task) => {
      const result = queue.then(() => run(task));
      queue = result.catch(() => undefined);
      return result;
    },
    close: async () => {
      await queue;
      await end();
    },
  };
}

/** What the thread itself says it cannot do; it goes on. */
class TaskRefused extends Error {}

async function started(): Promise<Worker> {
  const require = createRequire(import.meta.url);
  const worker = new Worker(program, {
    eval: true,
    env: {},
    workerData: { newer: require.resolve("ajv/dist/2020"), older: require.resolve("ajv") },
    resourceLimits: { maxOldGenerationSizeMb: 256, maxYoungGenerationSizeMb: 32, stackSizeMb: 4 },
  });
  await new Promise((resolve, reject) => {
    worker.once("message", resolve);
    worker.once("error", reject);
  });
  worker.unref();
  return worker;
}

async function replied(worker: Worker, task: BoundedTask): Promise<BoundedResult> {
  const reply = await new Promise<unknown>((resolve, reject) => {
    const timer = setTimeout(() => {
      settle(() => reject(new Error(`it took longer than ${longestMs} ms`)));
    }, longestMs);
    const onMessage = (message: unknown) => settle(() => resolve(message));
    const onError = (cause: unknown) => settle(() => reject(cause));
    const onExit = () => settle(() => reject(new Error("its thread ended")));
    const settle = (how: () => void) => {
      clearTimeout(timer);
      worker.off("message", onMessage).off("error", onError).off("exit", onExit);
      how();
    };
    worker.on("message", onMessage).on("error", onError).on("exit", onExit);
    worker.postMessage(task);
  });
  const read = Reply.parse(reply);
  if ("failure" in read) throw new TaskRefused(read.failure);
  return read;
}

/** A text, since a thread made of a file would need one of its own beside the bundle. */
const program = `
const { parentPort, workerData } = require("node:worker_threads");
const options = { strict: false, ownProperties: true, validateFormats: false, logger: false, addUsedSchema: false };
let validators = new Map();
function validatorOf(text) {
  let validator = validators.get(text);
  if (validator === undefined) {
    if (validators.size === 1000) validators = new Map();
    const schema = JSON.parse(text);
    const isOlder = /draft-0[4-7]/.test(String(schema && schema.$schema));
    const { default: Ajv } = require(isOlder ? workerData.older : workerData.newer);
    validator = new Ajv(options).compile(schema);
    validators.set(text, validator);
  }
  return validator;
}
const tasks = {
  pattern: ({ pattern, flags, text }) => {
    const found = new RegExp(pattern, flags).exec(text);
    return { isMatch: found !== null, because: found === null ? "" : found[0].slice(0, 200) };
  },
  schema: ({ schema, json }) => {
    const validate = validatorOf(schema);
    if (json === undefined) return { isMatch: true, because: "" };
    const isMatch = validate(JSON.parse(json));
    const [error] = validate.errors || [];
    const because = error ? (error.instancePath || "it") + " " + error.message : "";
    return { isMatch, because: because.slice(0, 500) };
  },
};
parentPort.on("message", (task) => {
  try {
    parentPort.postMessage(tasks[task.kind](task));
  } catch (error) {
    parentPort.postMessage({ failure: String(error && error.message).slice(0, 500) });
  }
});
parentPort.postMessage("ready");
`;
