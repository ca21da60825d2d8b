import type { Source } from "../../../core/evidence/source.ts";
import type { Outcome, Problem } from "../../../core/problems/problem.ts";
import type { Architecture } from "../../../core/sizing/architecture.ts";
import type { Gpu } from "../../../core/sizing/gpu.ts";
import type { SizingFacts } from "../../../core/sizing/sizing-facts.ts";
import { sourceOf } from "../authored-claims.ts";
import type { Page } from "../authored-files.ts";
import type { SourceLine } from "../schemas.ts";
import { checkSizingPages } from "./check-sizing-pages.ts";
import { readSizingPages, type SizingPages } from "./sizing-pages.ts";
import type { ArchitectureFile, GpuFile } from "./sizing-schemas.ts";

/** Reads what is kept by hand about weights of one's own; the first thing wrong in it is the answer. */
export async function readSizing(root: string): Promise<Outcome<SizingFacts>> {
  const { pages, problems } = await readSizingPages(root);
  const [problem] = [...problems, ...checkSizingPages(pages)];
  return problem === undefined ? { ok: true, value: factsOf(pages) } : { ok: false, problem };
}

/** Everything that is wrong in it, file by file. */
export async function checkSizing(root: string): Promise<readonly Problem[]> {
  const { pages, problems } = await readSizingPages(root);
  return [...problems, ...checkSizingPages(pages)];
}

function factsOf(pages: SizingPages): SizingFacts {
  return {
    architectures: pages.architectures.map(architectureOf),
    gpus: pages.gpus.map(gpuOf),
    precisions: pages.precisions.flatMap(({ content: { precisions, sources } }) => {
      const from = finderIn(sources);
      return precisions.map((line) => ({ ...line, source: from(line) }));
    }),
    engines: pages.engines.flatMap(({ content: { engines, sources } }) => {
      const from = finderIn(sources);
      return engines.map((line) => ({ ...line, source: from(line) }));
    }),
    measured: pages.measured.flatMap(({ content: { serving, sources } }) => {
      const from = finderIn(sources);
      return serving.map((line) => ({ ...line, source: from(line) }));
    }),
    measuredAlone: pages.measured.flatMap(({ content: { alone, sources } }) => {
      const from = finderIn(sources);
      return alone.map((line) => ({ ...line, source: from(line) }));
    }),
  };
}

function architectureOf({ id, content }: Page<ArchitectureFile>): Architecture {
  const { sources, published, native, ...entry } = content;
  const from = finderIn(sources);
  return {
    id,
    ...entry,
    shape: { ...entry.shape, source: from(entry.shape) },
    attention: entry.attention.map((line) => ({ ...line, source: from(line) })),
    feedForward: entry.feedForward.map((line) => ({ ...line, source: from(line) })),
    files: entry.files.map((line) => ({ ...line, source: from(line) })),
    ...(published === undefined ? {} : { published: { ...published, source: from(published) } }),
    ...(native === undefined ? {} : { native: { ...native, source: from(native) } }),
  };
}

function gpuOf({ id, content }: Page<GpuFile>): Gpu {
  const { sources, power, prices, ...entry } = content;
  const from = finderIn(sources);
  return {
    id,
    ...entry,
    memory: { ...entry.memory, source: from(entry.memory) },
    bandwidth: { ...entry.bandwidth, source: from(entry.bandwidth) },
    compute: { ...entry.compute, source: from(entry.compute) },
    native: { ...entry.native, source: from(entry.native) },
    ...(power === undefined ? {} : { power: { ...power, source: from(power) } }),
    prices: prices.map(({ usdPerHour, upToUsdPerHour, ...line }) => ({
      ...line,
      source: from(line),
      usdPerHour: Number(usdPerHour),
      ...(upToUsdPerHour === undefined ? {} : { upToUsdPerHour: Number(upToUsdPerHour) }),
    })),
  };
}

/** The source that a line names by its key. */
function finderIn(
  sources: Readonly<Record<string, SourceLine>>,
): (line: { readonly source: string }) => Source {
  const opened = new Map(Object.entries(sources).map(([key, line]) => [key, sourceOf(line, {})]));
  return ({ source: key }) => {
    const source = opened.get(key);
    if (source === undefined) throw new Error(`${key} was checked and is no source.`);
    return source;
  };
}
