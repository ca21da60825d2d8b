import type { Source } from "../evidence/source.ts";

/**
 * - `permissive`: use, change and sell, for a notice
 * - `copyleft`: what is built on it must be passed on alike
 * - `restricted`: open weights with conditions on who may use them, for what, or how many users
 * - `proprietary`: the weights are not licensed at all
 */
export type LicenseClass = "permissive" | "copyleft" | "restricted" | "proprietary";

export interface ClassedLicense {
  readonly class: LicenseClass;
  /** Where the terms can be read. */
  readonly source: Source;
}

/** The class of a licence by its name; undefined when no rule knows the name. */
export function licenseClassOf(name: string): ClassedLicense | undefined {
  const written = name.trim().toLowerCase();
  const row = rows.find(({ names }) => names.test(written));
  if (row === undefined) return undefined;
  const { class: kind, ref, by } = row;
  return {
    class: kind,
    source: {
      name: by,
      ref,
      kind: "independent",
      observedOn: "2026-11-21",
      confidence: "high",
      lineage: by,
    },
  };
}

const osi = "Open Source Initiative";
const osiList = "https://opensource.org/licenses";
const spdx = "SPDX licence list";
const spdxList = "https://spdx.org/licenses/";

/** The first that fits counts: a modified MIT is no MIT. */
const rows: readonly {
  readonly names: RegExp;
  readonly class: LicenseClass;
  readonly by: string;
  readonly ref: string;
}[] = [
  { names: /^proprietary$/, class: "proprietary", by: osi, ref: "https://opensource.org/osd" },
  {
    names: /^modified mit\b/,
    class: "restricted",
    by: "Moonshot AI",
    ref: "https://github.com/MoonshotAI/Kimi-K2/blob/main/LICENSE",
  },
  {
    names: /\bnon-?commercial\b|^cc-by-nc\b|\bresearch licen[cs]e\b|\bmnpl\b/,
    class: "restricted",
    by: osi,
    ref: "https://opensource.org/osd",
  },
  {
    names: /\bllama\b.*\b(?:community )?licen[cs]e\b|^llama[\d.]*$/,
    class: "restricted",
    by: "Meta",
    ref: "https://www.llama.com/license/",
  },
  {
    names: /^gemma(?: terms of use)?$/,
    class: "restricted",
    by: "Google",
    ref: "https://ai.google.dev/gemma/terms",
  },
  {
    names: /\bcommunity licen[cs]e\b|\bopenrail\b|\brail-m\b/,
    class: "restricted",
    by: osi,
    ref: "https://opensource.org/osd",
  },
  {
    names: /^(?:mit|apache-2\.0|apache 2\.0|bsd(?:-[23]-clause)?|isc|zlib|0bsd|unlicense)$/,
    class: "permissive",
    by: osi,
    ref: osiList,
  },
  {
    names: /^(?:cc0-1\.0|cc-by-4\.0|cdla-permissive-2\.0)$/,
    class: "permissive",
    by: spdx,
    ref: spdxList,
  },
  {
    names: /^openmdw(?:-1\.\d)?$/,
    class: "permissive",
    by: "Linux Foundation",
    ref: "https://openmdw.ai/license/",
  },
  {
    names: /^(?:a|l)?gpl(?:-[\d.]+)?(?:-only|-or-later)?$|^mpl-2\.0$|^cc-by-sa-4\.0$|^eupl-1\.2$/,
    class: "copyleft",
    by: spdx,
    ref: spdxList,
  },
];
