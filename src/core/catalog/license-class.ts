/**
 * - `permissive`: use, change and sell, for a notice
 * - `copyleft`: what is built on it must be passed on alike
 * - `restricted`: open weights with conditions on who may use them, for what, or how many users
 * - `proprietary`: the weights are not licensed at all
 */
export type LicenseClass = "permissive" | "copyleft" | "restricted" | "proprietary";

/** The class of a licence by its name; undefined when no rule knows the name. */
export function licenseClassOf(name: string): LicenseClass | undefined {
  const written = name.trim().toLowerCase();
  return licenseRows.find(({ names }) => names.test(written))?.is;
}

interface LicenseRow {
  readonly names: RegExp;
  readonly is: LicenseClass;
  /** Names that it fits, as people write them. */
  readonly written: readonly string[];
}

/** The first that fits counts: a modified MIT is no MIT. Why each stands there: docs/assumptions.md. */
export const licenseRows: readonly LicenseRow[] = [
  { names: /^proprietary$/, is: "proprietary", written: ["proprietary"] },
  { names: /^modified mit\b/, is: "restricted", written: ["modified MIT"] },
  {
    names: /\bnon-?commercial\b|^cc-by-nc\b|\bresearch licen[cs]e\b|\bmnpl\b/,
    is: "restricted",
    written: ["non-commercial", "CC-BY-NC", "research licence", "MNPL"],
  },
  {
    names: /\bcommunity licen[cs]e\b|\bopenrail\b|\brail-m\b/,
    is: "restricted",
    written: ["community licence", "OpenRAIL", "RAIL-M"],
  },
  {
    names: /^llama[\d. ]*(?:licen[cs]e)?$|^gemma(?: terms of use)?$/,
    is: "restricted",
    written: ["Llama", "Gemma Terms of Use"],
  },
  {
    names: /^(?:mit|apache[- ]2\.0|isc|zlib|0bsd|unlicense)(?: licen[cs]e)?$/,
    is: "permissive",
    written: ["MIT", "Apache-2.0", "ISC", "Zlib", "0BSD", "Unlicense"],
  },
  {
    names: /^bsd(?:-[23]-clause)?$|^openmdw(?:-1\.\d)?$/,
    is: "permissive",
    written: ["BSD", "OpenMDW"],
  },
  {
    names: /^(?:cc0-1\.0|cc-by-4\.0|cdla-permissive-2\.0)$/,
    is: "permissive",
    written: ["CC0-1.0", "CC-BY-4.0", "CDLA-Permissive-2.0"],
  },
  {
    names: /^(?:a|l)?gpl(?:-[\d.]+)?(?:-only|-or-later)?$/,
    is: "copyleft",
    written: ["GPL", "AGPL", "LGPL"],
  },
  {
    names: /^(?:mpl-2\.0|eupl-1\.2|cc-by-sa-4\.0)$/,
    is: "copyleft",
    written: ["MPL-2.0", "EUPL-1.2", "CC-BY-SA-4.0"],
  },
];
