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
export function literalNames(rule: WireMatch): readonly string[] {
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
