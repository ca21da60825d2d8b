import { families, familyOf } from "./families/families.ts";
import type { Family } from "./families/family.ts";
import type { IdentityAttributes } from "./identity-attributes.ts";
import { isMovingName } from "./moving-names.ts";
import { commonSuffixes, latestSuffix, peel, rewrite } from "./suffix-rules.ts";
import { type UnwrappedName, unwrapName } from "./unwrap-name.ts";
import { isHost, isRepackager, isResellingMaker, makerOf } from "./vendors.ts";

/** A name taken apart, with what was taken for granted on the way. */
export interface NameReading {
  readonly maker?: string;
  readonly slug: string;
  readonly attributes: IdentityAttributes;
  /** Somebody's own weights: no maker's model whatever the words say. */
  readonly derived?: string;
  /** Whose model the words alone would mean, when an unknown organisation stands in front. */
  readonly familyMaker?: string;
  /** A name in front made sure who made it. */
  readonly isMakerNamed: boolean;
}

const regionSegment =
  /^(?:us|eu|uk|apac|asia|europe|global|jp|au|ca|in|(?:us|eu|ap|ca|sa|me|af|il|mx)(?:-gov)?-[a-z]+-?\d{1,2}|(?:europe|asia|australia|northamerica|southamerica|me|africa|us)-[a-z]+\d{1,2})$/;
const deploymentSegment = /^(?:global-standard|data-?zone(?:-standard)?|standard|provisioned)$/;
const flatVendor =
  /^(?:anthropic|openai|google|meta-llama|meta|nvidia|databricks|zai-org|zai|z-ai|zhipuai|moonshotai|moonshot|spacexai|xai|x-ai|alibaba|xiaomi|umans|azure|vertex|bedrock|amazon|microsoft|tencent|cohere|minimaxai|deepseek-ai|mistralai|mistral-ai|qwen(?=-qw))-(?=[a-z])/;

export function readName(raw: string, provider?: string): NameReading {
  const unwrapped = unwrapName(raw);
  const { name, derived, isRepository } = unwrapped;
  const seller = provider?.trim().toLowerCase();
  const sold = seller === undefined ? {} : { host: seller };
  if (derived !== undefined) {
    return { slug: name, attributes: sold, derived, isMakerNamed: false };
  }
  const front = readFront(unwrapped.prefixes);
  const { family, words } = findFamily(name, front.maker ?? makerOfSeller(seller));
  const read = readWords(words, family, unwrapped, front);
  const attributes = { ...sold, ...front.attributes, ...unwrapped.attributes, ...read.attributes };
  const whole = {
    slug: read.slug,
    attributes:
      attributes.alias === undefined && isMovingName(read.slug)
        ? { ...attributes, alias: "moving" }
        : attributes,
  };
  if (front.stranger !== undefined && front.maker === undefined && family?.isClosed !== true) {
    return {
      ...whole,
      maker: front.stranger,
      isMakerNamed: true,
      ...(isRepository ? { derived: `\`${front.stranger}\` publishes weights of its own` } : {}),
      ...(family !== undefined && !isRepository ? { familyMaker: family.maker } : {}),
    };
  }
  const maker = makerFor(family, front.maker);
  const isMakerNamed = front.maker !== undefined;
  return maker === undefined ? { ...whole, isMakerNamed } : { ...whole, maker, isMakerNamed };
}

interface Front {
  readonly maker?: string;
  readonly organisation?: string;
  readonly stranger?: string;
  readonly isRepackaged?: boolean;
  readonly attributes: IdentityAttributes;
}

/** Reads the path in front of a name: sellers, regions, the maker. The last maker named counts. */
function readFront(prefixes: readonly string[]): Front {
  let front: Front = { attributes: {} };
  for (const part of prefixes) {
    const maker = makerOf(part);
    if (isRepackager(part)) front = { ...front, isRepackaged: true };
    if (isHost(part)) front = { ...front, attributes: { ...front.attributes, host: part } };
    else if (maker !== undefined) front = { ...front, maker, organisation: part };
    else if (regionSegment.test(part))
      front = { ...front, attributes: { ...front.attributes, region: part } };
    else if (!deploymentSegment.test(part) && !isRepackager(part))
      front = { ...front, stranger: part };
  }
  return front;
}

function findFamily(
  name: string,
  maker: string | undefined,
): { readonly family?: Family; readonly words: string } {
  const direct = familyOf(name);
  if (direct !== undefined) return { family: direct, words: name };
  const stripped = name.replace(flatVendor, "");
  const family = stripped === name ? undefined : familyOf(stripped);
  if (family !== undefined) return { family, words: stripped };
  const implied = families.find(
    (candidate) => candidate.maker === maker && candidate.bare?.starts.test(name) === true,
  );
  if (implied === undefined) return { words: name };
  return { family: implied, words: `${implied.bare?.prefix ?? ""}${name}` };
}

/** `kimi-coding` sells what Kimi makes. */
function makerOfSeller(seller: string | undefined): string | undefined {
  if (seller === undefined) return undefined;
  return makerOf(seller) ?? makerOf(seller.split("-")[0] ?? "");
}

function readWords(
  words: string,
  family: Family | undefined,
  { hasTag, isRepository }: UnwrappedName,
  { organisation = "", isRepackaged = false }: Front,
): { readonly slug: string; readonly attributes: IdentityAttributes } {
  const dotted = words.replace(/(\d)p(?=\d)/g, "$1.");
  if (family === undefined) {
    const { name, attributes } = peel(dotted, [...commonSuffixes, latestSuffix]);
    return { slug: name, attributes };
  }
  const spelled = rewrite(dotted, family.spellings);
  const tagged = hasTag ? rewrite(spelled, family.tags ?? []) : spelled;
  const { name, attributes } = peel(tagged, rulesOf(family));
  const slug = rewrite(name, family.names).replaceAll("_", "-");
  const base = family.baseUnless;
  const isBase =
    base !== undefined &&
    (isRepository ||
      isRepackaged ||
      base.organisations?.test(organisation) === true ||
      base.starts?.test(words) === true) &&
    base.names.test(slug) &&
    !base.word.test(words);
  return { slug: isBase ? `${slug.replace(/-(?:instruct|chat)$/, "")}-base` : slug, attributes };
}

const rulesByFamily = new Map(
  families.map((family) => [family, [...commonSuffixes, latestSuffix, ...family.suffixes]]),
);

function rulesOf(family: Family) {
  return rulesByFamily.get(family) ?? commonSuffixes;
}

/** The words decide, unless they contradict a maker that sells nobody else's models. */
function makerFor(family: Family | undefined, named: string | undefined): string | undefined {
  if (family === undefined) return named;
  if (named === undefined || named === family.maker || isResellingMaker(named)) return family.maker;
  return named;
}
