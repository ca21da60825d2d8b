/** Names that their makers point at newer models over time, without saying so in the name. */
const movingNames: readonly RegExp[] = [
  /^deepseek-(?:chat|reasoner|flash|pro)$/,
  /^qwen-(?:plus|max|turbo|flash|long|vl-max|vl-plus|coder-plus|coder-turbo)$/,
  /^mistral-(?:tiny|small|medium|large)$/,
  /^(?:codestral|devstral|devstral-(?:small|medium)|magistral-(?:small|medium)|pixtral-large)$/,
  /^gemini-(?:pro|flash|flash-lite)$/,
  /^claude(?:-(?:opus|sonnet|haiku|fable))?$/,
  /^(?:gpt|gpt-chat|gpt-mini|chatgpt|grok|glm|glm-flash|kimi|minimax|gemini)$/,
  /^(?:jev|gpt-4-turbo-preview|kimi-k2-turbo-preview)$/,
];

export function isMovingName(slug: string): boolean {
  return movingNames.some((pattern) => pattern.test(slug));
}

/** Makers whose `-latest` behind a version number moves among dated releases of one model only. */
const datedReleases: Readonly<Record<string, RegExp>> = {
  anthropic: /-\d(?:\.\d)?(?:-[a-z]+)?$/,
  openai: /^gpt-\d(?:\.\d)?/,
  google: /^gemini-\d(?:\.\d)?-/,
  xai: /^grok-\d/,
};

/** `claude-3.5-sonnet-latest` is one model, `claude-opus-latest` may be another tomorrow. */
export function isPinnedByVersion(maker: string, slug: string): boolean {
  return Object.hasOwn(datedReleases, maker) && datedReleases[maker]?.test(slug) === true;
}
