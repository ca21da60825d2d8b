/** What a model is for when it is not chat, with what it gives back. A kind nobody states: chat. */
export const modelKinds = {
  embedding: { output: "embedding" },
  rerank: { output: "ranking" },
  classifier: { output: "label" },
  moderation: { output: undefined },
  transcription: { output: "text" },
  speech: { output: "audio" },
  voice: { output: undefined },
  music: { output: "audio" },
  image: { output: undefined },
  ocr: { output: "text" },
} as const satisfies Record<string, { readonly output: string | undefined }>;

export type ModelKind = keyof typeof modelKinds;

/** Words in a model's name that only such models bear; the first that fits counts. */
const wordsOfKind: readonly (readonly [RegExp, ModelKind])[] = [
  [/rerank/, "rerank"],
  [/(?:^|-)(?:embed|embedding|embeddings)(?:-|$)|^(?:voyage|bge)-/, "embedding"],
  [/(?:^|-)(?:whisper|transcribe)(?:-|$)/, "transcription"],
  [/(?:^|-)tts(?:-|$)/, "speech"],
  [/-voice(?:-|$)/, "voice"],
  [/(?:^|-)ocr(?:-|$)/, "ocr"],
  [/^lyria-/, "music"],
  [/(?:^|-)(?:image|seedream|nano-banana)(?:-|$)|^flux[-.]/, "image"],
  [/(?:^|-)(?:llamaguard|guard|safeguard|content-safety|moderation)(?:-|$)/, "moderation"],
  [/^(?:jev|distilbert-sst)-/, "classifier"],
];

/** The kind a name tells; undefined: nothing but chat can be read from it. */
export function kindByName(providerModelId: string): ModelKind | undefined {
  const name = providerModelId.slice(providerModelId.lastIndexOf("/") + 1).toLowerCase();
  return wordsOfKind.find(([words]) => words.test(name))?.[1];
}

function isModelKind(value: unknown): value is ModelKind {
  return typeof value === "string" && Object.hasOwn(modelKinds, value);
}

/** Why a model of this kind, or with this output, cannot hold a conversation; undefined: it may. */
export function whyNoChat(kind: unknown, output: unknown): string | undefined {
  const writesText = typeof output === "string" ? /\btext\b/.test(output) : undefined;
  if (writesText === false) return "writes no text";
  if (!isModelKind(kind)) return undefined;
  return kind === "image" && writesText === true ? undefined : `is made for ${kind}, not for chat`;
}
