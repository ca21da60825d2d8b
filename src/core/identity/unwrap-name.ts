import { familyOf } from "./families/families.ts";
import type { IdentityAttributes } from "./identity-attributes.ts";
import { isHost, makerOf } from "./vendors.ts";

export interface UnwrappedName {
  /** The last part: lower case, words joined by single dashes. */
  readonly name: string;
  /** What stood in front of it, outermost first. */
  readonly prefixes: readonly string[];
  readonly attributes: IdentityAttributes;
  /** It names a repository of weights, so that the organisation is its author. */
  readonly isRepository: boolean;
  /** The name had a `:tag`, as local runners write sizes. */
  readonly hasTag: boolean;
  /** Why it can be no maker's model. */
  readonly derived?: string;
}

/** Names of somebody's own weights: nothing public can be said of them. */
const derivedNames: readonly { readonly pattern: RegExp; readonly because: string }[] = [
  { pattern: /^ft:|\/ft:|:ft-|\.ft(?:-|$)/, because: "it names a fine-tuned model" },
  {
    pattern:
      /^arn:[^/]*:(?!foundation-model\/|inference-profile\/|default-prompt-router\/)[a-z-]+\//,
    because: "it names a private resource of an account",
  },
  { pattern: /^projects\/.*\/endpoints\//, because: "it names a private endpoint" },
  {
    pattern: /^accounts\/(?!fireworks\/)/,
    because: "it names a model of a private account",
  },
  { pattern: /^(?:[^()+]|\([^()]*\))*\s\+\s/, because: "it names two models at work together" },
];

const regionPrefix =
  /^(us-gov|us|eu|apac|ap|global|au|jp|ca|in|sa|me|uk|il|mx|regional)\.(?=[a-z0-9-]+\.)/;
const repositoryHost = /^(?:hf:|(?:https?:\/\/)?(?:www\.)?(?:huggingface\.co|hf\.co)\/)/;
const fillerSegments = new Set(
  "models publishers accounts routers route library locations projects api v1 v1beta fireworks".split(
    " ",
  ),
);

export function unwrapName(raw: string): UnwrappedName {
  const text = raw
    .normalize("NFKC")
    .trim()
    .toLowerCase()
    .replace(/[‐-―−]/g, "-");
  const derived = derivedNames.find(({ pattern }) => pattern.test(text));
  if (derived !== undefined) {
    const name = dashed(text.replaceAll("/", "-"));
    const nothing = { prefixes: [], attributes: {}, isRepository: false, hasTag: false };
    return { ...nothing, name, derived: derived.because };
  }
  const isRepository = repositoryHost.test(text);
  const { path, region } = pathOf(text);
  const segments = path.split("/").filter((segment) => segment !== "");
  const own = isRepository ? segments.slice(0, 2) : segments;
  const { vendor, region: dottedRegion, rest } = splitDots(own.at(-1) ?? "");
  const prefixes = [...own.slice(0, -1), ...vendor].filter((part) => !fillerSegments.has(part));
  const tagged = /^[^:]*[a-z0-9]:[a-z0-9]/.test(rest) && !/:\d+k?$/.test(rest);
  const optioned = /\[(1m)\]/.exec(rest)?.[1];
  return {
    name: dashed(rest.replace("[1m]", "")),
    prefixes,
    attributes: {
      ...((dottedRegion ?? region) ? { region: dottedRegion ?? region ?? "" } : {}),
      ...(optioned ? { option: optioned } : {}),
    },
    isRepository,
    hasTag: tagged,
  };
}

/** Takes off the address and the notation around a path. */
function pathOf(text: string): { readonly path: string; readonly region?: string } {
  if (text.startsWith("arn:")) {
    const region = text.split(":")[3];
    const path = text.slice(text.indexOf("/") + 1);
    return region ? { path, region } : { path };
  }
  const bare = spellVendor(text.replace(repositoryHost, ""))
    .replace(/^(?:https?:\/\/)?(?:www\.)?ollama\.com\//, "")
    .replace(/^https?:\/\/[^/]*\//, "")
    .replace(/[?#].*$/, "")
    .replace(/(^|\/)(?:[~@]|hf:)/g, "$1")
    .replace(/:0(?::\d+k)?$/, "")
    .replace(/(?:\.(i?q[2-8]_[a-z0-9_]+))?\.gguf$/, "-$1-gguf")
    .replace(/-v0:(?=\d$)/, "-v0.")
    .replace(/\bw\/o /g, "no ")
    .replace(/\bw\/ /g, "with ")
    .replace(/ \+ /g, " ")
    .replace(
      /^([a-z0-9.-]+(?: [a-z0-9.]+){0,2}): +/,
      (_, vendor: string) => `${vendor.replace(/[ .]+/g, "-")}/`,
    );
  const location = /\/locations\/([a-z0-9-]+)\//.exec(bare);
  if (location?.[1] === undefined) return { path: bare };
  return { path: bare.slice(location.index + location[0].length), region: location[1] };
}

/** `groq:llama-3.3-70b` names a seller; `mistral:7b` is a model and its tag. */
function spellVendor(text: string): string {
  const colon = text.indexOf(":");
  const vendor = text.slice(0, Math.max(colon, 0)).replaceAll("_", "-");
  const rest = text.slice(colon + 1);
  const isVendor =
    isHost(vendor) || (makerOf(vendor) !== undefined && familyOf(rest) !== undefined);
  return isVendor ? `${vendor}/${rest}` : text;
}

function splitDots(segment: string): {
  readonly vendor: readonly string[];
  readonly region?: string;
  readonly rest: string;
} {
  const region = regionPrefix.exec(segment)?.[1];
  const afterRegion = region === undefined ? segment : segment.slice(region.length + 1);
  const dot = afterRegion.indexOf(".");
  const vendor = dot > 0 ? afterRegion.slice(0, dot) : "";
  if (makerOf(vendor) === undefined) return { vendor: [], rest: segment };
  const rest = afterRegion.slice(dot + 1);
  return region === undefined ? { vendor: [vendor], rest } : { vendor: [vendor], region, rest };
}

function dashed(text: string): string {
  return text
    .replace(/[\s_@:(),[\]{}"'|]+/g, "-")
    .replace(/-{2,}/g, "-")
    .replace(/^-|-$/g, "");
}
