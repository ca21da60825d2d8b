import { families, familyOf } from "./families/families.ts";
import type { Family } from "./families/family.ts";
import type { IdentityAttributes } from "./identity-attributes.ts";
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
  /** A prefix that is neither a maker nor a known seller. */
  readonly unknownPrefix?: string;
  /** The maker was told by the words alone. */
  readonly isMakerInferred: boolean;
}

const regionSegment =
  /^(?:us|eu|uk|apac|asia|europe|global|jp|au|ca|in|(?:us|eu|ap|ca|sa|me|af|il|mx)(?:-gov)?-[a-z]+-?\d{1,2}|[a-z]+-[a-z]+\d{1,2})$/;
const deploymentSegment = /^(?:global-standard|data-?zone(?:-standard)?|standard|provisioned)$/;
const flatVendor =
  /^(?:anthropic|openai|google|meta-llama|meta|nvidia|databricks|zai-org|zai|z-ai|zhipuai|moonshotai|moonshot|spacexai|xai|x-ai|alibaba|xiaomi|umans|azure|vertex|bedrock|amazon|microsoft|tencent|cohere|minimaxai|deepseek-ai|mistralai|mistral-ai|qwen(?=-qw))-(?=[a-z])/;

export function readName(raw: string, provider?: string): NameReading {
  const unwrapped = unwrapName(raw);
  const { name, derived } = unwrapped;
  const fromProvider = provider === undefined ? {} : { host: provider.toLowerCase() };
  if (derived !== undefined) {
    return { slug: name, attributes: fromProvider, derived, isMakerInferred: true };
  }
  const front = readPrefixes(unwrapped.prefixes);
  const { family, words } = findFamily(name, front.maker ?? makerOf(provider?.toLowerCase() ?? ""));
  const attributes = { ...fromProvider, ...front.attributes, ...unwrapped.attributes };
  const read = readWords(words, family, unwrapped, front.organisation);
  const maker = makerFor(
    family,
    front.maker,
    front.stranger !== undefined && unwrapped.isRepository,
  );
  const strangers = front.stranger !== undefined && unwrapped.isRepository;
  return {
    ...(strangers ? { maker: front.stranger ?? "" } : maker === undefined ? {} : { maker }),
    slug: read.slug,
    attributes: { ...attributes, ...read.attributes },
    ...(strangers ? { derived: `${front.stranger} publishes weights of its own` } : {}),
    ...(front.stranger !== undefined && family?.isClosed !== true
      ? { unknownPrefix: front.stranger }
      : {}),
    isMakerInferred: front.maker === undefined,
  };
}

interface Front {
  readonly maker?: string;
  readonly organisation?: string;
  readonly stranger?: string;
  readonly attributes: IdentityAttributes;
}

/** Reads the path in front of a name: sellers, regions, the maker. The last maker named counts. */
function readPrefixes(prefixes: readonly string[]): Front {
  let front: Front = { attributes: {} };
  for (const part of prefixes) {
    const maker = makerOf(part);
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
  for (const candidate of families) {
    const { bare } = candidate;
    if (candidate.maker === maker && bare?.starts.test(name)) {
      return { family: candidate, words: bare.prefix + name };
    }
  }
  return { words: name };
}

function readWords(
  words: string,
  family: Family | undefined,
  { hasTag, isRepository }: UnwrappedName,
  organisation: string | undefined,
): { readonly slug: string; readonly attributes: IdentityAttributes } {
  const dotted = words.replace(/(\d)p(?=\d)/g, "$1.");
  if (family === undefined) {
    const { name, attributes } = peel(dotted, [...commonSuffixes, latestSuffix]);
    return { slug: name, attributes };
  }
  const spelled = rewrite(dotted, family.spellings);
  const { name, attributes } = peel(spelled, rulesOf(family));
  const slug = rewrite(name, family.names);
  const base = family.baseUnless;
  const isBase =
    base !== undefined &&
    !hasTag &&
    (isRepository || base.organisations.test(organisation ?? "")) &&
    base.names.test(slug) &&
    !base.word.test(words);
  return { slug: isBase ? `${slug}-base` : slug, attributes };
}

const rulesByFamily = new Map(
  families.map((family) => [family, [...commonSuffixes, latestSuffix, ...family.suffixes]]),
);

function rulesOf(family: Family) {
  return rulesByFamily.get(family) ?? commonSuffixes;
}

/** The words decide, unless they contradict a maker that sells nobody else's models. */
function makerFor(family: Family | undefined, named: string | undefined, isStranger: boolean) {
  if (isStranger) return undefined;
  if (family === undefined) return named;
  if (named === undefined || named === family.maker || isResellingMaker(named)) return family.maker;
  return named;
}
