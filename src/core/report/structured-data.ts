import type { Comparison } from "../compare/comparison.ts";
import type { BenchmarkOverview } from "../overview/benchmark-overview.ts";
import { cleanText } from "./clean-text.ts";

/** What a page says, in the words of schema.org, for search engines. */
export type StructuredData = Readonly<Record<string, unknown>>;

/** The questions a comparison answers. */
export function questionsData({ questions }: Pick<Comparison, "questions">): StructuredData {
  return {
    "@context": context,
    "@type": "FAQPage",
    mainEntity: questions.map(({ question, answer }) => ({
      "@type": "Question",
      name: cleanText(question),
      acceptedAnswer: { "@type": "Answer", text: cleanText(answer) },
    })),
  };
}

/** The scores held of a benchmark. */
export function scoresData({ benchmark, catalog }: BenchmarkOverview): StructuredData {
  return {
    "@context": context,
    "@type": "Dataset",
    name: cleanText(`${benchmark.name} scores`),
    description: cleanText(
      `Published scores of language models on ${benchmark.name}, by setting and reporter. ${benchmark.measures}`,
    ),
    dateModified: catalog.compiledOn,
    isAccessibleForFree: true,
  };
}

/** Where a page stands in its site. Addresses are whole, so the site's own must be known. */
export function trailData(
  trail: readonly { readonly name: string; readonly url: string }[],
): StructuredData {
  return {
    "@context": context,
    "@type": "BreadcrumbList",
    itemListElement: trail.map(({ name, url }, index) => ({
      "@type": "ListItem",
      position: index + 1,
      name: cleanText(name),
      item: url,
    })),
  };
}

const context = "https://schema.org";
