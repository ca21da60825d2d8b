import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { z } from "zod";

const Manifest = z.object({ version: z.string(), observedOn: z.string() });

export interface Snapshot {
  readonly version: string;
  readonly observedOn: string;
  /** Each provider's head line with its rows, as the source's parser takes them. */
  readonly providers: readonly unknown[];
}

/** One source's part of the committed snapshot. */
export function readSnapshot(folder: string): Snapshot {
  const manifest = Manifest.parse(JSON.parse(readFileSync(join(folder, "manifest.json"), "utf8")));
  const files = readdirSync(folder)
    .filter((file) => file.endsWith(".jsonl"))
    .sort();
  const providers = files.map((file) => {
    const lines = readFileSync(join(folder, file), "utf8").trimEnd().split("\n");
    const [head, ...models] = lines.map((line): unknown => JSON.parse(line));
    return { ...z.looseObject({}).parse(head), models };
  });
  return { ...manifest, providers };
}
