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
  return rows.find(({ names }) => names.test(written))?.is;
}

/** The first that fits counts: a modified MIT is no MIT. Why each stands there: docs/assumptions.md. */
const rows: readonly { readonly names: RegExp; readonly is: LicenseClass }[] = [
  { names: /^proprietary$/, is: "proprietary" },
  { names: /^modified mit\b/, is: "restricted" },
  { names: /\bnon-?commercial\b|^cc-by-nc\b|\bresearch licen[cs]e\b|\bmnpl\b/, is: "restricted" },
  { names: /\bcommunity licen[cs]e\b|\bopenrail\b|\brail-m\b/, is: "restricted" },
  { names: /^llama[\d. ]*(?:licen[cs]e)?$|^gemma(?: terms of use)?$/, is: "restricted" },
  { names: /^(?:mit|apache[- ]2\.0|isc|zlib|0bsd|unlicense)(?: licen[cs]e)?$/, is: "permissive" },
  { names: /^bsd(?:-[23]-clause)?$|^openmdw(?:-1\.\d)?$/, is: "permissive" },
  { names: /^(?:cc0-1\.0|cc-by-4\.0|cdla-permissive-2\.0)$/, is: "permissive" },
  { names: /^(?:a|l)?gpl(?:-[\d.]+)?(?:-only|-or-later)?$/, is: "copyleft" },
  { names: /^(?:mpl-2\.0|eupl-1\.2|cc-by-sa-4\.0)$/, is: "copyleft" },
];
