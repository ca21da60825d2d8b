import { z } from "zod";

const expected = "Expected where the site will stand, such as https://example.org, without a path";

/** Where a site stands for its readers: scheme and host, nothing behind. Its pages link from the root. */
export const SiteOrigin = z
  .string()
  .refine((text) => originOf(text) !== undefined, { error: expected })
  .transform((text) => originOf(text) ?? "");

function originOf(text: string): string | undefined {
  const [, origin] = /^(https?:\/\/[a-z0-9.-]+(?::\d{1,5})?)\/?$/i.exec(text) ?? [];
  return origin?.toLowerCase();
}
