/** Every spelling of a maker, as organisations and sellers write it. */
const makers: Readonly<Record<string, string>> = {
  qwen: "qwen",
  alibaba: "qwen",
  "alibaba-cloud": "qwen",
  "qwen-ai": "qwen",
  tongyi: "qwen",
  openai: "openai",
  anthropic: "anthropic",
  google: "google",
  "google-deepmind": "google",
  deepmind: "google",
  meta: "meta",
  "meta-llama": "meta",
  "meta-models": "meta",
  facebook: "meta",
  mistral: "mistral",
  mistralai: "mistral",
  "mistral-ai": "mistral",
  deepseek: "deepseek",
  "deepseek-ai": "deepseek",
  moonshot: "moonshot",
  moonshotai: "moonshot",
  "moonshot-ai": "moonshot",
  kimi: "moonshot",
  "z-ai": "z-ai",
  zai: "z-ai",
  "zai-org": "z-ai",
  zhipu: "z-ai",
  zhipuai: "z-ai",
  "zhipu-ai": "z-ai",
  thudm: "z-ai",
  minimax: "minimax",
  minimaxai: "minimax",
  "minimax-ai": "minimax",
  microsoft: "microsoft",
  xai: "xai",
  "x-ai": "xai",
  "xai-org": "xai",
  spacexai: "xai",
  nvidia: "nvidia",
  cohere: "cohere",
  coherelabs: "cohere",
  cohereforai: "cohere",
  amazon: "amazon",
  ai21: "ai21",
  ai21labs: "ai21",
  xiaomi: "xiaomi",
  xiaomimimo: "xiaomi",
  stepfun: "stepfun",
  "stepfun-ai": "stepfun",
  tencent: "tencent",
  baidu: "baidu",
  bytedance: "bytedance",
  "bytedance-seed": "bytedance",
  "bytedance-research": "bytedance",
  ibm: "ibm",
  "ibm-granite": "ibm",
  inclusionai: "inclusionai",
  "ant-ling": "inclusionai",
  liquid: "liquid",
  liquidai: "liquid",
  meituan: "meituan",
  "meituan-longcat": "meituan",
  inception: "inception",
  upstage: "upstage",
  writer: "writer",
  allenai: "allenai",
  nousresearch: "nousresearch",
  "arcee-ai": "arcee-ai",
  perplexity: "perplexity",
  "perplexity-ai": "perplexity",
  thinkingmachines: "thinkingmachines",
  "thinking-machines": "thinkingmachines",
  poolside: "poolside",
  reka: "reka",
  rekaai: "reka",
  tiiuae: "tiiuae",
  "01-ai": "01-ai",
  "zero-one-ai": "01-ai",
  codellama: "meta",
  "prime-intellect": "prime-intellect",
  primeintellect: "prime-intellect",
  particle: "particle",
  "particle-ai": "particle",
  "typesafe-ai": "typesafe",
};

/** Makers that also sell models of others, so that their name in front says little. */
const resellingMakers = new Set([
  "qwen",
  "google",
  "microsoft",
  "amazon",
  "nvidia",
  "mistral",
  "perplexity",
  "cohere",
  "moonshot",
  "xiaomi",
]);

/** Those who publish the same weights in other precisions and formats. */
const repackagers = new Set(
  `unsloth bartowski lmstudio-community thebloke mlx-community redhatai neuralmagic ggml-org
  mradermacher second-state maziyarpanahi cpatonn quanttrio intel gaianet turboderp casperhansen
  hugging-quants solidrust lmstudio amd nm-testing ibnzterrell techxgenus kaitchup ubergarm
  nvidia`.split(/\s+/),
);

/** Sellers seen in front of a name; a name after them is the maker's. */
const hosts = new Set(
  `openrouter azure azure-ai azure-openai azure_ai azure-cognitive-services bedrock amazon-bedrock aws
  bedrock-converse vertex vertex-ai vertex_ai google-vertex google-vertex-anthropic gemini google-ai-studio
  fireworks fireworks-ai fireworks_ai together together-ai together_ai togetherai groq cerebras
  deepinfra sambanova nebius novita novita-ai hyperbolic lambda lambda-ai replicate ollama ollama-cloud
  huggingface hugging-face cloudflare cloudflare-workers-ai cloudflare-ai-gateway cf hf tee pro google-gla google-genai ollama-chat ollama_chat workers-ai databricks
  snowflake snowflake-cortex wandb friendli baseten chutes parasail siliconflow nscale ovhcloud scaleway
  vercel vercel-ai-gateway vercel_ai_gateway poe requesty zenmux orcarouter llmgateway kilo aihubmix
  anyapi auriko cortecs crof dinference fastrouter freemodel gmicloud inceptron merge-gateway nano-gpt
  nearai neon opencode opencode-go routing-run route synthetic tinfoil venice vultr umans
  umans-ai-coding-plan alibaba-cn alibaba-token-plan alibaba-token-plan-cn xiaomi-token-plan-cn
  qwen-token-plan minimax-cn moonshotai-cn zai-coding-cn zai-coding-plan kimi-coding github
  github-copilot github_copilot github-models copilot dashscope watsonx perplexity-agent litellm avian
  arcee cursor doubleword io-net inference-net targon mancer featherless enfer atlas-cloud
  gateway proxy byteplus volcengine sap oci oracle akash phala morph infermatic stima meganova
  typesafe heroku upstage-console digitalocean gradient cohere-platform ionet helicone portkey
  stealth submodel modelscope iflow lmstudio-server vllm sglang lm-studio llamacpp openai-codex radius`.split(
    /\s+/,
  ),
);

export function makerOf(organisation: string): string | undefined {
  return Object.hasOwn(makers, organisation) ? makers[organisation] : undefined;
}

export function isHost(organisation: string): boolean {
  return hosts.has(organisation);
}

export function isRepackager(organisation: string): boolean {
  return repackagers.has(organisation);
}

export function isResellingMaker(maker: string): boolean {
  return resellingMakers.has(maker);
}
