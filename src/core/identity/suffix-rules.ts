import type { AttributeName, IdentityAttributes } from "./identity-attributes.ts";

/** An ending that says how a model is served. `$1` of the pattern is the value unless one is given. */
export interface SuffixRule {
  readonly attribute: AttributeName | "nothing";
  readonly pattern: RegExp;
  readonly value?: string;
}

/** Endings that mean the same in every family. */
export const commonSuffixes: readonly SuffixRule[] = [
  { attribute: "serviceTier", pattern: /-(batch|flex|priority|free)$/ },
  { attribute: "option", pattern: /-(nitro|floor|exacto|online|extended|fc|prompt)$/ },
  { attribute: "option", pattern: /-(1m)(?:-context)?$/ },
  { attribute: "host", pattern: /-(maas|tee|cs|cloud)$/ },
  { attribute: "speed", pattern: /-(tput|specdec|versatile|ultrafast|spot|highspeed|ultraspeed)$/ },
  {
    attribute: "quantisation",
    pattern: /-((?:fp|bf|int|nf|mxfp|nvfp|mx-?fp|uint)(?:4|6|8|16|32))$/,
  },
  {
    attribute: "quantisation",
    pattern: /-(fp8-dynamic|fp8-block|fp8-fast|w\d+a\d+|(?:2|3|4|5|6|8)-?bit)$/,
  },
  {
    attribute: "quantisation",
    pattern: /-(awq|gptq|gguf|mlx|bnb|exl2|exl3|imatrix|qat|ggml|onnx|marlin)$/,
  },
  {
    attribute: "quantisation",
    pattern: /-((?:ud-)?i?q[2-8](?:-[k01])?(?:-(?:xxs|xs|s|m|l|xl))?)$/,
  },
  { attribute: "snapshot", pattern: /-(20\d{2}-[01]\d-[0-3]\d)$/ },
  { attribute: "snapshot", pattern: /-(20[12]\d[01]\d[0-3]\d)$/ },
  { attribute: "nothing", pattern: /-default$/ },
];

/** Reasoning effort and budgets, for families whose models take them. */
export const effortSuffixes: readonly SuffixRule[] = [
  {
    attribute: "effort",
    pattern: /-(none|minimal|low|medium|high|xhigh|max)(?:-(?:effort|thinking|reasoning))$/,
  },
  { attribute: "effort", pattern: /-(minimal|low|medium|high|xhigh)$/ },
  { attribute: "effort", pattern: /-(?:thinking|think|reasoning)-(?:budget-)?(\d+k)$/ },
  { attribute: "effort", pattern: /-(\d+k)-(?:thinking|think)$/ },
];

/** Thinking on or off in one set of weights. */
export const modeSuffixes: readonly SuffixRule[] = [
  {
    attribute: "mode",
    pattern: /-(?:non?-?thinking|non-?reasoning|no-?reasoning|no-?think|thinking-off)$/,
    value: "non-thinking",
  },
  {
    attribute: "mode",
    pattern: /-(?:extended-thinking|thinking-on|thinking|reasoning|reasoner|think)$/,
    value: "thinking",
  },
];

export const fastSuffix: SuffixRule = { attribute: "speed", pattern: /-(fast)$/ };
export const latestSuffix: SuffixRule = { attribute: "alias", pattern: /-(latest)$/ };

/** `-v1`, `-v1:0`, `-1:0` as Bedrock numbers its listings. */
export const revisionSuffixes: readonly SuffixRule[] = [
  { attribute: "revision", pattern: /-(v\d-\d)$/ },
  { attribute: "revision", pattern: /-(v[12])$/ },
  { attribute: "revision", pattern: /-(1-0)$/ },
];

/** Takes endings off until none is left; what is never taken off stays part of the model's name. */
export function peel(
  name: string,
  rules: readonly SuffixRule[],
): { readonly name: string; readonly attributes: IdentityAttributes } {
  let rest = name;
  let attributes: IdentityAttributes = {};
  for (let matched = true; matched; ) {
    matched = false;
    for (const { pattern, attribute, value } of rules) {
      const match = pattern.exec(rest);
      if (match === null || match.index === 0) continue;
      rest = rest.slice(0, match.index);
      if (attribute !== "nothing") {
        attributes = { [attribute]: value ?? match[1] ?? "", ...attributes };
      }
      matched = true;
    }
  }
  return { name: rest, attributes };
}

/** Writes rewrites in order: each family's spelling table. */
export function rewrite(
  name: string,
  rewrites: readonly (readonly [pattern: RegExp, replacement: string])[],
): string {
  return rewrites.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    name,
  );
}
