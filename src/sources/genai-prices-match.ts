import type { WireGenaiModel, WireMatch } from "./genai-prices-wire.ts";

/** True when the name, lower case, is one the rule means. */
function matches(rule: WireMatch, name: string): boolean {
  if ("equals" in rule) return name === rule.equals.toLowerCase();
  if ("starts_with" in rule) return name.startsWith(rule.starts_with.toLowerCase());
  if ("ends_with" in rule) return name.endsWith(rule.ends_with.toLowerCase());
  if ("contains" in rule) return name.includes(rule.contains.toLowerCase());
  if ("regex" in rule) return new RegExp(rule.regex, "i").test(name);
  if ("or" in rule) return rule.or.some((each) => matches(each, name));
  return rule.and.every((each) => matches(each, name));
}

/** Every name the rule spells out. */
function literalNames(rule: WireMatch): readonly string[] {
  if ("equals" in rule) return [rule.equals];
  return "or" in rule ? rule.or.flatMap(literalNames) : [];
}

/** The first model of a provider that a name means, as the source itself would look it up. */
export function findByName(
  models: readonly WireGenaiModel[],
  name: string,
): WireGenaiModel | undefined {
  const lower = name.toLowerCase();
  return models.find((model) => matches(model.match, lower));
}

/** Names in a shared price row that are models of their own: other weights at the same price. */
const ownModels =
  /(?:^|\/)(?:claude-2\.1|(?:babbage|davinci)-002|text-(?:ada|curie|davinci)-001|gpt-4o-transcribe-diarize|gpt-audio-1\.5|gpt-realtime-(?:1\.5|2\.1|2\.1-mini)|gpt-5\.1-chat|gemini-1\.0-pro|devstral-small-25\d\d|mistral-large-2411|moonshot-v1-\d+k-vision-preview|qwen1\.5-[\d.]+b-chat|olmo-7b-(?:instruct|twin-2t))$/i;

/** Parts the names of a row into those of its model and those of further models. */
export function namesOf({ id, match }: WireGenaiModel): {
  readonly same: readonly string[];
  readonly further: readonly string[];
} {
  const names = literalNames(match);
  const isFurther = (name: string) => name !== id && ownModels.test(name);
  return {
    same: names.filter((name) => !isFurther(name)),
    further: names.filter(isFurther),
  };
}
