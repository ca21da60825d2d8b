import type { Problem } from "../../../core/problems/problem.ts";
import { folderOf, type Page, pagesOf } from "../authored-files.ts";
import {
  ArchitectureFile,
  EnginesFile,
  GpuFile,
  MeasuredSpeedFile,
  PrecisionsFile,
} from "./sizing-schemas.ts";

/** Everything that stands in `data/` about weights of one's own. */
export interface SizingPages {
  readonly architectures: readonly Page<ArchitectureFile>[];
  readonly gpus: readonly Page<GpuFile>[];
  readonly precisions: readonly Page<PrecisionsFile>[];
  readonly engines: readonly Page<EnginesFile>[];
  readonly measured: readonly Page<MeasuredSpeedFile>[];
}

/** Reads all files and gathers every problem of every file. */
export async function readSizingPages(
  root: string,
): Promise<{ readonly pages: SizingPages; readonly problems: readonly Problem[] }> {
  const problems: Problem[] = [];
  const reader = { root, problems, names: new Set<string>() };
  const pages = {
    architectures: await folderOf(reader, { folder: "architectures", schema: ArchitectureFile }),
    gpus: await folderOf(reader, { folder: "gpus", schema: GpuFile }),
    precisions: await pagesOf(reader, ["precisions.yaml"], { folder: "", schema: PrecisionsFile }),
    engines: await pagesOf(reader, ["engines.yaml"], { folder: "", schema: EnginesFile }),
    measured: await pagesOf(reader, ["measured-speed.yaml"], {
      folder: "",
      schema: MeasuredSpeedFile,
    }),
  };
  return { pages, problems };
}
