import type { Outcome } from "../../src/core/problems/problem.ts";
import type { CodeFile, LeftOutFiles } from "../../src/core/scan/code-file.ts";

const files: Readonly<Record<string, string>> = {
  "src/answer.ts": `const model = "gpt-4.1";\nclient.chat({ model, tools: [weather], image_url });\n`,
  "src/draft.py": 'DRAFT = "qwen/qwen3.5-4b"\nJUDGE = "gpt-4.1-2025-04-14"\n',
  "deploy.yaml": "model: gpt-9-max\nfallback: my-gpt-4.1\n",
};

const nothing: LeftOutFiles = { binary: 0, generated: 0, links: 0, tooLarge: [], unreadable: [] };

/** A code base of three files; `src` holds two of them. */
export function readSmallCode(
  paths: readonly string[],
  visit: (file: CodeFile) => void,
): Outcome<LeftOutFiles> {
  for (const path of paths) {
    const names = Object.keys(files).filter(
      (name) => path === "." || name === path || name.startsWith(`${path}/`),
    );
    if (names.length === 0) {
      const reason = "there is no such file or folder";
      return { ok: false, problem: { code: "file-unreadable", file: path, reason } };
    }
    for (const file of names.sort()) {
      const text = files[file] ?? "";
      visit({ file, bytes: new TextEncoder().encode(text), text: () => text });
    }
  }
  return { ok: true, value: nothing };
}
