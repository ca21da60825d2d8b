import { lstat, mkdir, readdir, rename, rm, rmdir, stat, writeFile } from "node:fs/promises";
import { dirname, join } from "node:path";
import type { Outcome, Problem } from "../../core/problems/problem.ts";
import {
  isMissing,
  type KeptFile,
  keptFile,
  type Manifest,
  manifestName,
  noManifest,
  readManifest,
} from "./manifest.ts";
import { sideBySide } from "./side-by-side.ts";

/** Drawn files wait here until all are drawn; a name no page has. */
const stageName = ".steelyard-export.new";

const filesAtOnce = 16;

export interface ExportCounts {
  readonly files: number;
  readonly written: number;
  readonly removed: number;
}

/** A folder that a site is written into: all of it or nothing, and only what has changed. */
export interface ExportFolder {
  /** True: the last export was drawn from the same, and its files are there. */
  readonly holds: (drawnFrom: string) => Promise<boolean>;
  /** Takes a file of the new site in; one that is there unchanged stays. */
  readonly take: (path: string, bytes: Uint8Array) => Promise<void>;
  /** Puts the new files in place and removes those of the last export that are not among them. */
  readonly finish: (drawnFrom: string) => Promise<Outcome<ExportCounts>>;
  /** Leaves the folder as it was. */
  readonly abandon: () => Promise<void>;
}

export async function openExportFolder(
  folder: string,
  { mayShare }: { readonly mayShare: boolean },
): Promise<Outcome<ExportFolder>> {
  const manifest = await readManifest(folder);
  if (!manifest.ok) return manifest;
  if (manifest.value === undefined && !mayShare) {
    const [file] = (await namesIn(folder)).filter((name) => name !== stageName);
    if (file !== undefined) return failed({ code: "folder-taken", folder, file });
  }
  return { ok: true, value: exportFolder(folder, manifest.value ?? noManifest) };
}

function exportFolder(folder: string, former: Manifest): ExportFolder {
  const stage = join(folder, stageName);
  const files = new Map<string, KeptFile>();
  const staged = new Set<string>();
  const formerOf = (path: string) =>
    Object.hasOwn(former.files, path) ? former.files[path] : undefined;
  let opened: Promise<unknown> | undefined;
  const openStage = () => {
    opened ??= emptied(stage);
    return opened;
  };

  const writing = sideBySide(filesAtOnce);
  const take = async (path: string, bytes: Uint8Array): Promise<void> => {
    const kept = keptFile(bytes);
    if (files.has(path)) throw new Error(`Two addresses have one file: ${path}`);
    files.set(path, kept);
    const isKept = formerOf(path)?.hash === kept.hash;
    if (isKept && (await sizeOf(join(folder, path))) === kept.bytes) return;
    await openStage();
    const draft = join(stage, path);
    await mkdir(dirname(draft), { recursive: true });
    await writeFile(draft, bytes);
    staged.add(path);
  };

  return {
    holds: async (drawnFrom) => {
      if (former.drawnFrom !== drawnFrom) return false;
      for (const [path, kept] of Object.entries(former.files)) {
        if ((await sizeOf(join(folder, path))) !== kept.bytes) return false;
      }
      return true;
    },
    take: (path, bytes) => writing.add(take(path, bytes)),
    finish: async (drawnFrom) => {
      await writing.end();
      for (const path of staged) {
        const file = join(folder, path);
        if (formerOf(path) === undefined && (await isThere(file))) {
          return failed({ code: "file-in-the-way", file });
        }
      }
      await openStage();
      const gone = Object.keys(former.files).filter((path) => !files.has(path));
      await writeManifest(folder, { ...noManifest, files: whileReplaced(former, files, staged) });
      for (const path of assetsFirst(staged)) {
        await mkdir(dirname(join(folder, path)), { recursive: true });
        await rename(join(stage, path), join(folder, path));
      }
      for (const path of gone) await removeFile(folder, path);
      await writeManifest(folder, { format: 1, drawnFrom, files: Object.fromEntries(files) });
      await rm(stage, { recursive: true, force: true });
      return {
        ok: true,
        value: { files: files.size, written: staged.size, removed: gone.length },
      };
    },
    abandon: async () => {
      await writing.settled();
      await rm(stage, { recursive: true, force: true });
    },
  };
}

/** What an export that was killed left there goes. */
async function emptied(stage: string): Promise<void> {
  await rm(stage, { recursive: true, force: true });
  await mkdir(stage, { recursive: true });
}

/** Ours are the old files and the new; which of the replaced ones is there, nobody knows yet. */
function whileReplaced(
  former: Manifest,
  files: ReadonlyMap<string, KeptFile>,
  staged: ReadonlySet<string>,
): Manifest["files"] {
  const unsure = [...staged].map((path) => [path, { hash: "", bytes: 0 }] as const);
  return { ...former.files, ...Object.fromEntries(files), ...Object.fromEntries(unsure) };
}

/** No reader meets a page before what it loads. */
function assetsFirst(paths: Iterable<string>): readonly string[] {
  const rankOf = (path: string) => (path.endsWith("/index.html") || path === "index.html" ? 1 : 0);
  return [...paths].sort((a, b) => rankOf(a) - rankOf(b));
}

async function writeManifest(folder: string, manifest: Manifest): Promise<void> {
  const draft = join(folder, stageName, manifestName);
  await writeFile(draft, JSON.stringify(manifest));
  await rename(draft, join(folder, manifestName));
}

/** With the folders that are empty without it. */
async function removeFile(folder: string, path: string): Promise<void> {
  await rm(join(folder, path), { force: true });
  for (let above = dirname(path); above !== "."; above = dirname(above)) {
    try {
      await rmdir(join(folder, above));
    } catch {
      return;
    }
  }
}

async function sizeOf(file: string): Promise<number | undefined> {
  try {
    const found = await stat(file);
    return found.isFile() ? found.size : undefined;
  } catch (cause) {
    if (isMissing(cause)) return undefined;
    throw cause;
  }
}

async function isThere(file: string): Promise<boolean> {
  try {
    await lstat(file);
    return true;
  } catch (cause) {
    if (isMissing(cause)) return false;
    throw cause;
  }
}

async function namesIn(folder: string): Promise<readonly string[]> {
  try {
    return await readdir(folder);
  } catch (cause) {
    if (isMissing(cause)) return [];
    throw cause;
  }
}

function failed(problem: Problem): Outcome<never> {
  return { ok: false, problem };
}
