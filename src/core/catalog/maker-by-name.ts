/**
 * Names that only one maker gives, where the words tell no family and nobody stands in front: sellers
 * that are makers too, and tuned models whose first words name another maker's weights.
 */
const makersOfNames: readonly (readonly [name: RegExp, maker: string, slug?: string])[] = [
  [/^voyage-/, "voyageai"],
  [/^(composer-\d[\d.]*)(?:-fast)?$/, "cursor", "$1"],
  [/^(grok-4\.[56])-fast$/, "xai", "$1"],
  [/^(?:virtuoso|maestro|spotlight|caller|coder-large|arcee)(?:-|$)/, "arcee-ai"],
  [/^bge-/, "baai"],
  [/^(?:morph-v\d|reflex$)/, "morph"],
  [/^weaver(?:-alpha)?$/, "mancer", "weaver"],
  [/^mn-inferor-/, "infermatic"],
  [/^ember-\d/, "fireworks"],
  [/^(?:elephant|joey|mammoth)-\d/, "baseten"],
  [/^(?:clef(?:-|$)|clairic$)/, "cloudflare"],
  [/^jev-(\d+\.\d+)(?:\.0)?$/, "typesafe", "jev-$1"],
  [/^(?:microsoft-)?decision-1$/, "microsoft", "microsoft-decision-1"],
  [/^(?:parallel-)?decisions-fast$/, "parallel", "decisions-fast"],
  [/^(?:scaledown-)?classify-1$/, "scaledown", "classify-1"],
  [/^distilbert-/, "huggingface"],
  [/^(?:ada|babbage|curie|davinci)$/, "openai"],
  [/^gpt-3\.5$/, "openai", "gpt-3.5-turbo"],
  [/^text-(?:ada|curie|davinci)-001$/, "openai"],
  [/^cogito-671b-v2\.1/, "deepcogito", "cogito-v2.1-671b"],
  [/^l3-(?:8b-lunaris|lunaris-8b)(?:-v1)?$/, "sao10k", "l3-8b-lunaris"],
  [/^wizardlm-2-/, "microsoft"],
  [/^mai-ds-/, "microsoft"],
  [/^sarvam-/, "sarvamai"],
  [/^yi-/, "01-ai"],
  [/^internvl/, "opengvlab"],
  [/^deephermes-/, "nousresearch"],
  [/^deepcoder-/, "agentica-org"],
  [/^openhands-/, "all-hands"],
  [/^dolphin/, "cognitivecomputations"],
  [/^eva-(?:llama|qwen)-/, "eva-unit-01"],
  [/^(?:l3(?:\.\d)?-euryale|fimbulvetr)-/, "sao10k"],
  [/^(?:llama-3(?:\.1)?-lumimaid|noromaid)-/, "neversleep"],
  [/^(?:anubis|valkyrie|skyfall|cydonia|rocinante|unslopnemo)-/, "thedrummer"],
  [/^llama-?3\.1-typhoon2-/, "scb10x"],
  [/^deepseek-r1t2?-chimera/, "tngtech"],
  [/^qwq-32b-arliai-/, "arliai"],
  [/^codellama-7b-instruct-solidity/, "alfredpros"],
  [/^llemma[-_]7b/, "eleutherai", "llemma-7b"],
  [/^llama-3\.1-sonar-/, "perplexity"],
  [/^dobby-/, "sentientagi"],
  [/^goliath-/, "alpindale"],
  [/^magnum-72b$/, "alpindale"],
  [/^magnum-v\d-/, "anthracite-org"],
  [/^mn-celeste-/, "nothingiisreal"],
  [/^mn-starcannon-/, "aetherwiing"],
  [/^(?:midnight|rogue)-rose-/, "sophosympatheia"],
  [/^mythalion-/, "pygmalionai"],
  [/^toppy-m-/, "undi95"],
  [/^sorcererlm-/, "raifle"],
  [/^shisa-/, "shisa-ai"],
  [/^qwerky-/, "featherless"],
  [/^openchat-/, "openchat"],
];

/** Weights that stand under another name than their maker's: published again, or tuned further. */
const publishedAgain: Readonly<Record<string, string>> = {
  "alpindale/wizardlm-2-8x22b": "microsoft",
  "meta/llama-3.1-sonar-large-128k": "perplexity",
  "meta/llama-3.1-sonar-small-128k": "perplexity",
};

/** Who made what an organisation lists under a name. */
export function originalMaker(organisation: string, slug: string): string {
  return publishedAgain[`${organisation}/${slug}`] ?? organisation;
}

/** Maker and slug of such a name; undefined for all others. */
export function makerByName(
  slug: string,
): { readonly maker: string; readonly slug: string } | undefined {
  const row = makersOfNames.find(([name]) => name.test(slug));
  if (row === undefined) return undefined;
  const [name, maker, spelled] = row;
  return { maker, slug: spelled === undefined ? slug : slug.replace(name, spelled) };
}
