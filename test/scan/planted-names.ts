/** A file of a code base and the names planted in it, in the order they stand there. */
export interface PlantedFile {
  readonly file: string;
  readonly text: string;
  readonly names: readonly string[];
}

/** As a template writes it; put together here, since a plain text must not hold one. */
const variable = ["$", "{x}"].join("");

export const plantedFiles: readonly PlantedFile[] = [
  {
    file: "answer.ts",
    text: [
      `const a = "gpt-4.1", b = 'gpt-4-turbo', c = \`gpt-4o\`;`,
      "const d = { model: openai('gpt-4o-mini') }; // was gpt-4.",
      `const e = \`${variable}.anthropic.claude-3-haiku-20240307-v1:0\`;`,
    ].join("\n"),
    names: [
      "gpt-4.1",
      "gpt-4-turbo",
      "gpt-4o",
      "gpt-4o-mini",
      "gpt-4",
      "anthropic.claude-3-haiku-20240307-v1:0",
    ],
  },
  {
    file: "draft.py",
    text: 'llm = ChatOpenAI(model_name="gpt-4.1", temperature=0)\r\nJUDGE = """gemini-2.5-pro"""\r\nos.environ["M"] = f"azure/gpt-4.1"\r\n',
    names: ["gpt-4.1", "gemini-2.5-pro", "azure/gpt-4.1"],
  },
  {
    file: "main.go",
    text: 'req := openai.Request{\n\tModel: "gpt-4.1-mini",\n\tFallback: `gpt-4o`,\n}\n',
    names: ["gpt-4.1-mini", "gpt-4o"],
  },
  {
    file: "Chat.java",
    text: 'var model = OpenAiChatModel.builder().modelName("gpt-4.1-nano").build();\n',
    names: ["gpt-4.1-nano"],
  },
  {
    file: "litellm.yaml",
    text: "model_list:\n  - model_name: chat\n    model: openrouter/openai/gpt-4.1\n  - gpt-4o # cheap\n  - model: o3\n",
    names: ["openrouter/openai/gpt-4.1", "gpt-4o", "o3"],
  },
  {
    file: "config.toml",
    text: `model = 'gpt-4.1'\nfallbacks = ["gpt-5", "gemini-2.5-flash"]\n`,
    names: ["gpt-4.1", "gpt-5", "gemini-2.5-flash"],
  },
  {
    file: "config.json",
    text: '{"model":"us.anthropic.claude-3-5-sonnet-20241022-v2:0","short":["o3","gpt-4.1"]}',
    names: ["us.anthropic.claude-3-5-sonnet-20241022-v2:0", "o3", "gpt-4.1"],
  },
  {
    file: ".env",
    text: "MODEL=gpt-4.1\nexport JUDGE='gpt-4o'\nURL=https://x.example/v1beta/models/gemini-2.5-pro:generateContent\n",
    names: ["gpt-4.1", "gpt-4o", "gemini-2.5-pro"],
  },
  {
    file: "try.ipynb",
    text: '{"source": ["client.chat(model=\\"gpt-4.1\\")\\n", "MODEL = \'gpt-4o\'\\ngpt-4-turbo\\u0022"]}',
    names: ["gpt-4.1", "gpt-4o", "gpt-4-turbo"],
  },
  {
    file: "notes.md",
    text: "**gpt-4.1**, “gpt-4o”, (gpt-5), <gpt-4-turbo>; 使用gpt-4.1模型 😀 gpt-4o.\n",
    names: ["gpt-4.1", "gpt-4o", "gpt-5", "gpt-4-turbo", "gpt-4.1", "gpt-4o"],
  },
  {
    file: "open.yaml",
    text: "a: meta-llama/Llama-3.3-70B-Instruct\nb: Llama-3.3-70B-Instruct\nc: '@cf/meta/llama-3.1-8b-instruct'\nd: qwen3:8b\ne: perplexity/sonar-pro\n",
    names: [
      "meta-llama/Llama-3.3-70B-Instruct",
      "Llama-3.3-70B-Instruct",
      "@cf/meta/llama-3.1-8b-instruct",
      "qwen3:8b",
      "perplexity/sonar-pro",
    ],
  },
  {
    file: "calls.sh",
    text: "curl $BASE/openai/deployments/gpt-4.1/chat/completions?api-version=1\nllm -m openai:gpt-4o --x=%22gpt-5%22\narn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0\n",
    names: [
      "gpt-4.1",
      "gpt-4o",
      "gpt-5",
      "arn:aws:bedrock:us-east-1::foundation-model/anthropic.claude-3-haiku-20240307-v1:0",
    ],
  },
];

/** Lines that hold no known name, though they look so. */
export const lookAlikes: readonly string[] = [
  "/^gpt-4\\.1/",
  'r"gpt-4\\.1"',
  'z = "gpt-4%s" % v',
  'href="#gpt-4"',
  ".gpt-4 { color: red }",
  "git@github.com:foo/gpt-4",
  "gpt-4.1-foo",
  "gpt-4.10",
  "gpt-4.1x",
  "gpt-4.1.2",
  "my-gpt-4",
  "my_gpt-4.1",
  "xgpt-4o",
  "not-gpt-4.1-either",
  "gpt-4-style answers",
  "GPT-4.1 is a model",
  "gpt-",
  "gpt-4-",
  `gpt-4${variable}`,
  'f"gpt-4{suffix}"',
  "gpt-4*",
  "chatgpt",
  "gpt4all",
  "gpt-engineer gpt-index gpt-researcher",
  "claude-code claude-desktop claude_desktop_config.json",
  "claude-3",
  "claude-3-opusx",
  "gemini-cli gemini-1 geminis-2.5-pro",
  "llama-index llama-cpp-python llama-stack llama_index==0.10.3 ollama-3.1",
  "llama-index-0.10.3",
  "mistral-common mistral-inference-1.5",
  "import x from '@anthropic-ai/claude-code@1.0.3'",
  "npm i @google/gemini-2.5-pro",
  "command line, command, router, auto, default, reflex, ada, curie, beam, sonar",
  "model: command",
  "model: router",
  "model: default",
  "const o1 = a.o1 + o3 - o4;",
  "if (o3) return phi-4 * pi;",
  'rows["o3"] = 1;',
  "K3 k3 d1 D1 hy3",
  "version 4.1, v3.5, 1.5-pro, 2.5-flash",
  "src/gpt-4.1/index.ts ./gpt-4o ../gpt-5 /opt/gpt-4.1 ~/gpt-4o",
  "docs/gpt-4.1 prompts/gpt-4o results/gpt-5",
  "gpt-4.1.md gpt-4o.json claude-3-haiku.py gemini-2.5-pro.yaml",
  "https://example.com/blog/gpt-4.1",
  "https://gpt-4.1.example.com/",
  "égpt-4o gpt-4oé",
  "sha512-gpt-4oAAAA/gpt-4+==",
  "ft:gpt-4o:acme::x1",
  "C:\\models\\gpt-4.bin",
  "opus sonnet haiku flash pro mini turbo",
];
