/** As among the American labs: the model first, then its names, tags, repackaged weights and all. */
export const sameOpenModel: readonly (readonly [model: string, names: readonly string[]])[] = [
  ["qwen/qwen2.5-7b-instruct", ["Qwen/Qwen2.5-7B-Instruct", "qwen-2.5-7b-instruct", "qwen2.5:7b"]],
  ["qwen/qwen2.5-72b-instruct", ["Qwen/Qwen2.5-72B-Instruct-Turbo", "Qwen2.5-72B-Instruct-AWQ"]],
  [
    "qwen/qwen3-8b",
    [
      "qwen3:8b",
      "qwen3:8b-q4_K_M",
      "Qwen/Qwen3-8B",
      "hf.co/unsloth/Qwen3-8B-GGUF:UD-Q4_K_XL",
      "Qwen3 8B",
      "Qwen/Qwen3-8B-AWQ",
      "mlx-community/Qwen3-8B-4bit",
      "qwen/qwen3-8b:free",
    ],
  ],
  [
    "qwen/qwen3-32b",
    ["chutes/Qwen/Qwen3-32B-TEE", "qwen-3-32b", "qwen.qwen3-32b-v1:0", "Qwen3-32B (FC)"],
  ],
  [
    "qwen/qwen3-30b-a3b",
    ["@cf/qwen/qwen3-30b-a3b-fp8", "alibaba/qwen-3-30b", "qwen3-30b-a3b:free"],
  ],
  [
    "qwen/qwen3-235b-a22b-instruct-2507",
    [
      "qwen/qwen3-235b-a22b-2507",
      "qwen.qwen3-235b-a22b-2507-v1:0",
      "Qwen/Qwen3-235B-A22B-Instruct-2507-tput",
      "Qwen3 235B A22B 2507 Instruct",
      "qwen3-235b-a22b-instruct-2507-maas",
    ],
  ],
  [
    "qwen/qwen3-30b-a3b-thinking-2507",
    ["Qwen/Qwen3-30B-A3B-Thinking-2507-FP8", "Qwen: Qwen3 30B A3B Thinking 2507"],
  ],
  [
    "qwen/qwen3-coder-480b-a35b",
    [
      "qwen-3-coder-480b",
      "accounts/fireworks/models/qwen3-coder-480b-a35b-instruct",
      "qwen3-coder:480b-cloud",
    ],
  ],
  ["qwen/qwen3-coder-30b-a3b", ["Qwen3-Coder-30B-A3B-Instruct", "qwen3-coder:30b"]],
  [
    "qwen/qwen3.5-4b",
    [
      "Qwen3.5 4B",
      "qwen35-4b",
      "Qwen3.5-4B-GGUF",
      "qwen3.5:4b",
      "https://huggingface.co/Qwen/Qwen3.5-4B/tree/main",
    ],
  ],
  [
    "qwen/qwen3.5-397b-a17b",
    ["synthetic/hf:Qwen/Qwen3.5-397B-A17B", "Qwen3.5-397B-A17B (Non-reasoning)"],
  ],
  ["qwen/qwen3.5-plus", ["qwen/qwen3.5-plus-02-15", "qwen3.5-plus-20260420"]],
  ["qwen/qwen3.6-35b-a3b", ["umans-ai-coding-plan/umans-qwen3.6-35b-a3b", "qwen3.6:35b"]],
  ["qwen/qwen3.8-27b", ["qwen-3.8-27b", "qwen3p8-27b", "Qwen/Qwen3.8-27B-FP8"]],
  ["qwen/qwen3.8-max", ["accounts/fireworks/models/qwen3p8-max", "alibaba/qwen3.8-max"]],
  [
    "meta/llama-3-70b",
    ["llama3-70b-8192", "meta.llama3-70b-instruct-v1:0", "meta-llama/Llama-3-70b-chat-hf"],
  ],
  [
    "meta/llama-3.1-8b",
    [
      "llama-v3p1-8b-instruct",
      "llama3.1:8b-instruct-q4_K_M",
      "llama3.1:8b",
      "llama-3.1-8b-instant",
      "@cf/meta/llama-3.1-8b-instruct-fp8-fast",
      "meta.llama3-1-8b-instruct-v1:0",
      "meta-llama/Meta-Llama-3.1-8B-Instruct-Turbo",
      "llama-31-8b-instruct",
      "Llama 3.1 8B Instruct",
      "bartowski/Meta-Llama-3.1-8B-Instruct-GGUF",
      "RedHatAI/Meta-Llama-3.1-8B-Instruct-quantized.w4a16",
      "Llama-3.1-8B-Instruct (Prompt)",
      "hugging-quants/Meta-Llama-3.1-8B-Instruct-AWQ-INT4",
      "llama3.1-8b",
    ],
  ],
  [
    "meta/llama-3.2-90b-vision",
    ["llama-3.2-90b-vision-preview", "us.meta.llama3-2-90b-instruct-v1:0"],
  ],
  [
    "meta/llama-3.3-70b",
    [
      "llama-3.3-70b-versatile",
      "llama-3.3-70b-specdec",
      "meta-llama/Llama-3.3-70B-Instruct",
      "cerebras/llama-3.3-70b",
      "Meta: Llama 3.3 70B Instruct",
      "databricks-meta-llama-3-3-70b-instruct",
      "llama3.3:70b-instruct-q8_0",
    ],
  ],
  [
    "meta/llama-4-maverick",
    [
      "meta-llama/Llama-4-Maverick-17B-128E-Instruct-FP8",
      "llama4-maverick-instruct-basic",
      "Llama 4 Maverick",
      "us.meta.llama4-maverick-17b-instruct-v1:0",
    ],
  ],
  ["meta/llama-4-scout", ["llama4:scout", "@cf/meta/llama-4-scout-17b-16e-instruct"]],
  ["mistral/mistral-nemo", ["open-mistral-nemo", "mistralai/Mistral-Nemo-Instruct-2407"]],
  [
    "mistral/mistral-large-3",
    ["mistral-large-2512", "mistral.mistral-large-3-675b-instruct", "Mistral Large 3"],
  ],
  [
    "mistral/mistral-large-2411",
    ["mistral/mistral-large-2411", "mistralai/Mistral-Large-Instruct-2411"],
  ],
  [
    "mistral/mistral-small-3.2",
    ["mistral-small-2506", "mistralai/Mistral-Small-3.2-24B-Instruct-2506", "mistral-small3.2:24b"],
  ],
  [
    "mistral/mistral-small-3.1",
    ["mistral-small-2503", "@cf/mistralai/mistral-small-3.1-24b-instruct"],
  ],
  ["mistral/mistral-small-4", ["mistral-small-2603", "Mistral Small 4"]],
  ["mistral/mistral-medium-3", ["mistral-medium-2505", "mistralai/mistral-medium-3"]],
  ["mistral/mistral-medium-3.5", ["mistralai/mistral-medium-3-5:batch", "mistral-medium-2604"]],
  [
    "mistral/ministral-3-8b",
    [
      "ministral-8b-2512",
      "mistral.ministral-3-8b-instruct",
      "mistralai/Ministral-3-8B-Instruct-2512",
    ],
  ],
  ["mistral/ministral-8b", ["ministral-8b-2410", "Ministral-8B-Instruct-2410 (FC)"]],
  [
    "mistral/devstral-2",
    ["devstral-2512", "mistral.devstral-2-123b", "mistralai/Devstral-2-123B-Instruct-2512"],
  ],
  ["deepseek/deepseek-v3", ["deepseek.v3-v1:0", "deepseek-ai/DeepSeek-V3", "deepseek-v3:671b"]],
  [
    "deepseek/deepseek-v3-0324",
    ["deepseek/deepseek-chat-v3-0324", "DeepSeek V3 0324", "deepseek-v3-0324-maas"],
  ],
  [
    "deepseek/deepseek-v3.1",
    ["deepseek-v3p1", "deepseek/deepseek-chat-v3.1:free", "deepseek-v3.1:671b-cloud"],
  ],
  [
    "deepseek/deepseek-v3.2",
    ["deepseek.v3.2", "DeepSeek-V3.2-Reasoner", "accounts/fireworks/models/deepseek-v3p2"],
  ],
  ["deepseek/deepseek-v3.2-exp", ["DeepSeek-V3.2-Exp (Reasoner)", "DeepSeek-V3.2-Exp (Chat)"]],
  [
    "deepseek/deepseek-r1",
    ["deepseek-ai/DeepSeek-R1", "us.deepseek.r1-v1:0", "deepseek-r1:671b", "deepseek-r1-turbo"],
  ],
  [
    "deepseek/deepseek-r1-0528",
    ["DeepSeek R1 (0528)", "DeepSeek: R1 0528", "deepseek/deepseek-r1-0528:free"],
  ],
  [
    "deepseek/deepseek-v4.1-flash",
    ["accounts/fireworks/routers/deepseek-v4p1-flash-spot", "deepseek-v4-1-flash"],
  ],
  ["moonshot/kimi-k2", ["Kimi K2", "moonshotai/Kimi-K2-Instruct", "kimi-k2-0711-preview"]],
  [
    "moonshot/kimi-k2-0905",
    ["kimi-k2-0905-preview", "moonshotai/Kimi-K2-Instruct-0905", "MoonshotAI: Kimi K2 0905"],
  ],
  [
    "moonshot/kimi-k2-thinking",
    ["moonshot.kimi-k2-thinking", "kimi-k2-thinking-turbo", "Kimi K2 Thinking"],
  ],
  [
    "moonshot/kimi-k2.5",
    ["kimi-k25", "kimi-k2p5", "wandb/moonshotai/Kimi-K2.5", "Kimi-K2.5 (Thinking)", "kimi-k2-5"],
  ],
  [
    "moonshot/kimi-k3",
    ["us.moonshotai.kimi-k3", "kimi-k3-us", "accounts/fireworks/routers/kimi-k3-fast"],
  ],
  ["z-ai/glm-4.5-air", ["orcarouter/z-ai/glm-4.5-air", "zai-org/GLM-4.5-Air-FP8", "glm-45-air"]],
  ["z-ai/glm-4.6", ["GLM-4.6 (FC thinking)", "zai/glm-4.6", "Z.ai: GLM 4.6", "glm-4.6:cloud"]],
  ["z-ai/glm-4.7", ["zai-glm-4.7", "merge-gateway/zai/glm-4.7", "glm-4p7", "glm-47"]],
  [
    "z-ai/glm-5.1",
    ["routing-run/route/glm-5.1-6bit", "gmicloud/zai-org/GLM-5.1-FP8", "z-ai/glm-5.1-20260406"],
  ],
  [
    "minimax/minimax-m2.5",
    ["minimax-m25", "MiniMaxAI/MiniMax-M2.5", "minimax.minimax-m2.5", "MiniMax M2.5"],
  ],
  ["minimax/minimax-m2.7", ["auriko/minimax-m2-7-highspeed", "MiniMax-M2.7-highspeed"]],
  [
    "minimax/minimax-m2.1",
    ["minimax/minimax-m2.1-lightning", "accounts/fireworks/models/minimax-m2p1"],
  ],
  ["xai/grok-3", ["grok-3-beta", "grok-3-fast-beta"]],
  ["xai/grok-4", ["grok-4-0709", "grok-4 (high)", "x-ai/grok-4", "grok-4-latest"]],
  ["xai/grok-4-fast", ["x-ai/grok-4-fast:free", "grok-4-fast-non-reasoning"]],
  [
    "xai/grok-4.1-fast",
    ["grok-4-1-fast-reasoning", "Grok-4-1-fast-reasoning (FC)", "xAI: Grok 4.1 Fast"],
  ],
  ["xai/grok-4.20", ["grok-4.20-0309-reasoning", "grok-4-20-reasoning"]],
  ["microsoft/phi-4", ["phi4:14b", "microsoft/phi-4", "Phi-4"]],
  ["microsoft/phi-4-mini", ["microsoft/Phi-4-mini-instruct"]],
  [
    "nvidia/nemotron-3-super-120b-a12b",
    [
      "nvidia.nemotron-super-3-120b",
      "@cf/nvidia/nemotron-3-120b-a12b",
      "nvidia/NVIDIA-Nemotron-3-Super-120B-A12B-NVFP4",
    ],
  ],
  ["nvidia/llama-3.1-nemotron-70b", ["nvidia/Llama-3.1-Nemotron-70B-Instruct-HF"]],
  ["amazon/nova-pro", ["us.amazon.nova-pro-v1:0", "Amazon: Nova Pro 1.0"]],
  ["amazon/nova-2-lite", ["global.amazon.nova-2-lite-v1:0"]],
  ["cohere/command-a", ["command-a-03-2025", "CohereLabs/c4ai-command-a-03-2025"]],
  ["xiaomi/mimo-v2.5-pro", ["aihubmix/xiaomi-mimo-v2.5-pro", "mimo-v2-5-pro"]],
  ["stepfun/step-3.7-flash", ["stepfun-ai/Step-3.7-Flash", "step-3-7-flash"]],
];
