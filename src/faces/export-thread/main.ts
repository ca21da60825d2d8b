import { kTransferable, kValue, Tinypool } from "tinypool";
import { buildDeps } from "../../deps.ts";
import type { Ask } from "../export/answer.ts";
import { askerOf } from "../export/main.ts";
import { factsChanged, ThreadStart } from "../export/thread-messages.ts";
import { openSite } from "../serve/main.ts";
import { packageRoot } from "../serve/package-files.ts";

const opening = open(ThreadStart.parse(Tinypool.workerData));

/** Draws what stands at some addresses. Bytes are handed over, not copied. */
export async function draw(addresses: readonly string[]): Promise<unknown> {
  const ask = await opening;
  if (ask === undefined) return factsChanged;
  const answers = await ask(addresses);
  const handedOver = answers.map(({ bytes }) => bytes.buffer);
  return Tinypool.move({ [kTransferable]: handedOver, [kValue]: answers });
}

/** Undefined: what is found here is not what the export was begun with. */
async function open({ version, catalogHash, ...asked }: ThreadStart): Promise<Ask | undefined> {
  const deps = buildDeps(new URL("dist/catalog/", packageRoot(import.meta.url)));
  const opened = await openSite(deps, { ...asked, withRuns: asked.runs });
  if (!opened.ok || opened.value.catalog.hash !== catalogHash) return undefined;
  return askerOf(opened.value, { version, runs: asked.runs });
}
