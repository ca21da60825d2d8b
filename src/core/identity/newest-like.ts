import type { ModelEntry } from "../catalog/entries.ts";

const byNumber = new Intl.Collator("en", { numeric: true });

/** The models a moving name may mean today, highest number first: all its words are in theirs. */
export function newestLike(
  models: readonly ModelEntry[],
  maker: string | undefined,
  slug: string,
  limit = 5,
): readonly string[] {
  const words = slug.split("-");
  return models
    .filter((model) => model.isAuthored && model.maker === maker)
    .map(({ id }) => id)
    .filter((id) => words.every((word) => id.includes(word, id.indexOf("/"))))
    .sort((a, b) => byNumber.compare(b, a))
    .slice(0, limit);
}
