import { z } from "zod";
import type { CodeFile, LeftOutFiles } from "../core/scan/code-file.ts";

const filesAtMost = 200;
const bytesAtMost = 1024 * 1024;

const asCode = 'Expected files, such as [{ "file": "app.py", "text": "…" }]';
const asName = "Expected the name of a file, such as app.py";
const tooMuch = "Expected at most 1 MiB of code together";

/** Code as it was pasted or sent, instead of a path to it. */
export const GivenCode = z
  .array(
    z.strictObject(
      {
        file: z
          .string({ error: asName })
          .min(1, { error: asName })
          .max(4096, { error: "Expected a name of at most 4096 characters" })
          .regex(/^\P{Cc}*$/u, { error: "Expected a name without control characters" }),
        text: z.string({ error: "Expected the text of the file" }).max(bytesAtMost, {
          error: tooMuch,
        }),
      },
      { error: asCode },
    ),
    { error: asCode },
  )
  .min(1, { error: "Expected at least one file" })
  .max(filesAtMost, { error: `Expected at most ${filesAtMost} files` })
  .refine((files) => bytesOf(files) <= bytesAtMost, { error: tooMuch });

type GivenCode = z.output<typeof GivenCode>;

/** Shows each file to a visitor, as if it had been read. */
export function visitGiven(files: GivenCode, visit: (file: CodeFile) => void): LeftOutFiles {
  const encoder = new TextEncoder();
  for (const { file, text } of files) {
    visit({ file, bytes: encoder.encode(text), text: () => text });
  }
  return { binary: 0, generated: 0, links: 0, tooLarge: [], unreadable: [] };
}

/** Stops counting once it is too much. */
function bytesOf(files: readonly { readonly text: string }[]): number {
  const encoder = new TextEncoder();
  let bytes = 0;
  for (const { text } of files) {
    bytes += text.length;
    if (bytes > bytesAtMost) return bytes;
  }
  return files.reduce((sum, { text }) => sum + encoder.encode(text).length, 0);
}
