import { z } from "zod";

/** Text where a server sends text; what else it may send there counts as nothing. */
export const foreignText = z.string().nullish().catch(null);

/** A count of tokens; negative or fractional ones count as nothing. */
export const foreignCount = z.number().int().nonnegative().nullish().catch(null);

export const foreignNumber = z.number().nullish().catch(null);

/** Something that may be left out, null, or not what it should be. */
export function lenient<T extends z.ZodType>(schema: T) {
  return schema.nullish().catch(null);
}

/** What of a list can be read; the rest of it counts as nothing. */
export function lenientList<T extends z.ZodType>(schema: T) {
  return z.array(schema.nullable().catch(null)).nullish().catch(null);
}
