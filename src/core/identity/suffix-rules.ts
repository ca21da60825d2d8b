import type { AttributeName, IdentityAttributes } from "./identity-attributes.ts";

/** An ending that says how a model is served. `$1` of the pattern is the value unless one is given. */
export interface SuffixRule {
  readonly attribute: AttributeName | "nothing";
  readonly pattern: RegExp;
  readonly value?: string;
  /** What must stand in front for the ending to mean that. */
  readonly after?: RegExp;
}

/** Endings that mean the same in every family. */
export const commonSuffixes: readonly SuffixRule[] = [
  { attribute: "serviceTier", pattern: /-(batch|flex|priority|free)$/, after: /^(?!flux)/ },
  { attribute: "option", pattern: /-(nitro|floor|exacto|online|extended|fc|prompt)$/ },
  { attribute: "option", pattern: /-((?:lte|gt)-\d+k|(?:with|no)-tools)$/ },
  { attribute: "host", pattern: /-(maas|tee|cs|cloud)$/ },
  { attribute: "region", pattern: /-(us|eu|au|jp|ca|apac|global|india|govcloud|regional)$/ },
  {
    attribute: "speed",
    pattern: /-(tput|specdec|versatile|ultrafast|spot|high-?speed|ultra-?speed|ultra-fast)$/,
  },
  { attribute: "quantisation", pattern: /-((?:fp|bf|f|int|nf|mxfp|nvfp|uint)(?:4|6|8|16|32))$/ },
  { attribute: "quantisation", pattern: /-(fp8-dynamic|fp8-block)$/ },
  { attribute: "quantisation", pattern: /-((?:quantized\.)?w\d+a\d+|[234568]-?bit)$/ },
  {
    attribute: "quantisation",
    pattern:
      /-(awq|gptq|gguf|mlx|bnb|exl[23]|imatrix|i1|qat|dwq|ggml|onnx|marlin|quantized|autoround)$/,
  },
  {
    attribute: "quantisation",
    pattern: /-((?:ud-)?i?q[2-8](?:-[k01])?(?:-(?:xxs|xs|s|m|l|xl|nl))?)$/,
  },
  { attribute: "nothing", pattern: /-unsloth$/ },
  { attribute: "snapshot", pattern: /-(20\d{2}-[01]\d-[0-3]\d)$/ },
  { attribute: "snapshot", pattern: /-(20[12]\d[01]\d[0-3]\d)$/ },
  { attribute: "nothing", pattern: /-default$/ },
];

/** Reasoning effort and budgets, for families whose models take them. */
export const effortSuffixes: readonly SuffixRule[] = [
  {
    attribute: "effort",
    pattern: /-(none|minimal|low|medium|high|xhigh|max)-?(?:effort|thinking|reasoning)$/,
  },
  { attribute: "effort", pattern: /-(minimal|low|medium|high|xhigh)$/ },
  { attribute: "effort", pattern: /-(?:thinking|think|reasoning)-(?:budget-)?(\d+k)$/ },
  { attribute: "effort", pattern: /-(\d+k)-(?:thinking|think)(?:-tokens)?$/ },
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
    pattern:
      /-(?:extended-thinking|with-thinking|thinking-on|thinking-auto|thinking|thought|reasoning|reasoner|think)$/,
    value: "thinking",
  },
];

/** A longer window of the same weights, bought as an option. */
export const longWindowSuffix: SuffixRule = { attribute: "option", pattern: /-(1m)(?:-context)?$/ };
export const fastSuffix: SuffixRule = { attribute: "speed", pattern: /-(fast)(?:-mode)?$/ };
export const latestSuffix: SuffixRule = { attribute: "alias", pattern: /-(latest)$/ };

/** The same rules where something particular stands in front. */
export function behind(after: RegExp, rules: readonly SuffixRule[]): readonly SuffixRule[] {
  return rules.map((rule) => ({ ...rule, after }));
}

/** `-v1`, as platforms number their listings. */
export function revisionBehind(after: RegExp): SuffixRule {
  return { attribute: "revision", pattern: /-(v[12])(?:-0)?$/, after };
}

/** No real name has as many; a longer row of endings is somebody's joke and stays unread. */
const mostEndings = 10;

/** Takes endings off until none is left; what is never taken off stays part of the model's name. */
export function peel(
  name: string,
  rules: readonly SuffixRule[],
): { readonly name: string; readonly attributes: IdentityAttributes } {
  let rest = name;
  let attributes: IdentityAttributes = {};
  for (let matched = true, rounds = 0; matched && rounds < mostEndings; rounds++) {
    matched = false;
    for (const rule of rules) {
      const match = rule.pattern.exec(rest);
      if (match === null || match.index === 0) continue;
      const front = rest.slice(0, match.index);
      if (rule.after?.test(front) === false) continue;
      rest = front;
      attributes = withAttribute(attributes, rule, rule.value ?? match[1] ?? "");
      matched = true;
    }
  }
  return { name: rest, attributes };
}

function withAttribute(
  attributes: IdentityAttributes,
  { attribute }: SuffixRule,
  value: string,
): IdentityAttributes {
  if (attribute === "nothing") return attributes;
  const known = attributes[attribute];
  const isPart = attribute === "quantisation" && known !== undefined;
  return { ...attributes, [attribute]: isPart ? `${value}-${known}` : (known ?? value) };
}

/** Applies a table of spellings in order. */
export function rewrite(
  name: string,
  rewrites: readonly (readonly [pattern: RegExp, replacement: string])[],
): string {
  return rewrites.reduce(
    (text, [pattern, replacement]) => text.replace(pattern, replacement),
    name,
  );
}
