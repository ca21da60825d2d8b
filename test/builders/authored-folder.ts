import { mkdir, mkdtemp, writeFile } from "node:fs/promises";
import { tmpdir } from "node:os";
import { dirname, join } from "node:path";

const model = `name: Small 4B
family: Small
aliases: [Acme/Small-4B]
sources:
  card: { url: https://acme.example/small, by: Acme, kind: first-party, day: 2026-03-02 }
  copy: { url: https://catalog.example, by: Copy, kind: aggregator, day: 2026-07-02, confidence: low, lineage: models.dev }
facts:
  - { is: limit.context, value: 262144, source: card }
  - { is: model.params_total, value: 870000000, source: copy, note: "as counted" }
scores:
  - { benchmark: quiz, variant: hard, score: 79.1, setting: thinking mode, source: card }
`;

const provider = `name: Acme
kind: first-party
apiShapes: [chat-completions]
knownAs: { genai-prices: [acme-ai] }
sources:
  pricing: { url: "https://acme.example/{route}", by: Acme, kind: first-party, day: 2026-07-15 }
terms:
  - { is: route.retention_days, value: 30, except: ["old/*"], note: "for abuse", source: pricing }
prices:
  - { route: small-4b, model: acme/small-4b, upTo: 272000, input: "0.10", output: "0.4", cacheRead: "0.01", source: pricing }
  - { route: small-4b, model: acme/small-4b, tier: batch, input: "0.05", cacheWrite1h: "0.2", from: 2026-08-01, until: 2027-01-01, confidence: low, note: "promotion", source: pricing }
ends:
  - { route: small-4b, retires: 2027-03-01, note: "as announced", source: pricing }
`;

const benchmark = `name: Quiz
category: knowledge
group: static
measures: questions
variants: [{ label: hard, items: 30 }, { label: live }]
metric: accuracy
status: active
source: { url: https://quiz.example, by: Quiz, kind: benchmark-owner, day: 2026-01-01 }
`;

/** A hand-kept catalog of one model, one provider and one benchmark, with nothing wrong in it. */
export const soundFiles = {
  "makers.yaml": "- { id: acme, name: Acme Inc., aliases: [acme-ai] }\n",
  "models/acme/small-4b.yaml": model,
  "providers/acme.yaml": provider,
  "benchmarks/quiz.yaml": benchmark,
};

/** Writes files into a new folder and tells where it is. */
export async function folderWith(files: Record<string, string>): Promise<string> {
  const root = await mkdtemp(join(tmpdir(), "data-"));
  for (const [name, text] of Object.entries(files)) {
    await mkdir(dirname(join(root, name)), { recursive: true });
    await writeFile(join(root, name), text);
  }
  return root;
}
