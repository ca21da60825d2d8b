import { Buffer } from "node:buffer";
import type { ContentPart } from "../../core/runs/prompt.ts";
import type { FileOutcome, SuiteFolder } from "./suite-folder.ts";

const limitBytes = 10 * 1024 * 1024;

/** What a file of each kind begins with. */
const beginnings = [
  { mediaType: "image/png", at: 0, bytes: [0x89, 0x50, 0x4e, 0x47] },
  { mediaType: "image/jpeg", at: 0, bytes: [0xff, 0xd8, 0xff] },
  { mediaType: "image/gif", at: 0, bytes: [0x47, 0x49, 0x46, 0x38] },
  { mediaType: "image/webp", at: 8, bytes: [0x57, 0x45, 0x42, 0x50] },
] as const;

const form = "the path of a PNG, JPEG, GIF or WebP file, or a data: address of one";

/** An image as a path or as a `data:` address. Nothing is fetched. */
export async function readImage(
  image: string,
  folder: SuiteFolder,
): Promise<FileOutcome<ContentPart>> {
  if (/^https?:/i.test(image)) {
    return { ok: false, expected: `${form}; download it and name the file` };
  }
  if (!/^data:/i.test(image)) {
    const read = await folder.bytes(image, limitBytes);
    return read.ok ? partOf(read.value) : read;
  }
  const [, base64 = ""] = /^data:[\w/+.-]+;base64,([A-Za-z0-9+/]+=*)$/i.exec(image) ?? [];
  const bytes = Buffer.from(base64, "base64");
  if (bytes.length > limitBytes) return { ok: false, expected: `at most ${limitBytes} bytes` };
  return partOf(bytes);
}

function partOf(bytes: Uint8Array): FileOutcome<ContentPart> {
  const found = beginnings.find(({ at, bytes: first }) =>
    first.every((byte, index) => bytes[at + index] === byte),
  );
  if (found === undefined) return { ok: false, expected: form };
  const base64 = Buffer.from(bytes).toString("base64");
  return { ok: true, value: { kind: "image", mediaType: found.mediaType, base64 } };
}
