/**
 * How names of models begin in the families that teams call most, and what must stand behind: a
 * digit or a word of a size or a kind, so that `gpt-engineer`, `llama-index` and `claude-code` are
 * taken for what they are.
 */
const families: readonly RegExp[] = [
  /^(?:chat)?gpt-(?:\d|oss-|image|audio|realtime|transcribe|chat|mini)/,
  /^o[134]-(?:mini|pro|preview|deep-research|\d{4})/,
  /^(?:text|code)-(?:davinci|curie|babbage|ada|embedding)-/,
  /^claude-(?:\d|v\d|instant|opus|sonnet|haiku|fable|mythos|latest)/,
  /^gemini-(?:\d|pro|flash|ultra|nano|omni|exp|embedding|live)/,
  /^(?:code)?gemma-?\d/,
  /^(?:meta-|code)?llama-?\d/,
  /^llama-(?:guard|prompt-guard)-/,
  /^(?:open-)?mi[sx]tral-(?:\d|large|medium|small|tiny|saba|nemo|embed|ocr|moderation)/,
  /^(?:codestral|ministral|magistral|devstral|pixtral|voxtral|leanstral)-(?:\d|mini|small|medium|large|latest|embed)/,
  /^deepseek-(?:\d|v\d|r\d|chat|reasoner|coder|llm|math|vl|ocr|flash|pro)/,
  /^qwen-?\d|^qwen-(?:max|plus|turbo|flash|long|vl|coder|omni)|^qw[qv]-/,
  /^grok-(?:\d|beta|vision|code|build)/,
  /^kimi-(?:k\d|latest|vl)|^moonshot-v\d/,
  /^glm-\d|^glm-(?:flash|air|plus)/,
  /^(?:dall-e|whisper|tts)-\d/,
  /^phi-\d(?:\.\d)?-/,
  /^command-(?:a|r|r-plus|r7b|light)-\d/,
  /^jamba-(?:\d|large|mini)/,
  /^minimax-m\d/,
];

/** Names of files, addresses and packages that begin as a model's name does. */
const otherEndings =
  /\.(?:[cm]?[jt]sx?|py|go|rs|rb|java|kt|cs|cpp|[ch]|sh|md|mdx|txt|rst|html?|css|json[lc5]?|ya?ml|toml|ini|cfg|env|csv|tsv|xml|ipynb|lock|log|png|jpe?g|gif|svg|webp|ico|pdf|zip|gz|tgz|whl|gguf|bin|safetensors|pt|onnx|com|org|net|io|ai|dev|app|so)$/;

/** A last part of a name, lower case, that begins and goes on as a maker's model does. */
export function isLookAlike(word: string): boolean {
  return families.some((family) => family.test(word)) && !isFileOrAddress(word);
}

export function isFileOrAddress(word: string): boolean {
  return otherEndings.test(word);
}

/** The first letters of every family above, for the search. */
export const familyBeginnings =
  `gpt chatgpt o1- o3- o4- text- code- claude gemini gemma llama meta-llama open-m mistral mixtral
  codestral ministral magistral devstral pixtral voxtral leanstral deepseek qwen qwq qvq grok kimi
  moonshot glm dall-e whisper tts phi command jamba minimax codellama codegemma ft`.split(/\s+/);
