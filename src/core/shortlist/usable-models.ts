import type { Benchmark } from "../catalog/entries.ts";
import type { Candidate } from "../compare/candidate.ts";
import type { SourceBook } from "../evidence/source-book.ts";
import type { Stakes } from "../verdict/pair-decision.ts";
import { type Beaten, cheapestFirst, type FrontMember } from "./contest.ts";
import { commonBenchmarks, qualityOf } from "./quality.ts";
import type { BeatenModel, ShortlistedModel, UsableModel } from "./shortlist.ts";
import { whyBeaten, whyOnFront } from "./words.ts";

interface Setting {
  readonly book: SourceBook;
  readonly stakes: Stakes;
  readonly benchmarkById: ReadonlyMap<string, Benchmark>;
  /** Those with a score for the work. */
  readonly scored: readonly Candidate[];
}

export function usableModels(
  candidates: readonly Candidate[],
  setting: Setting,
): readonly UsableModel[] {
  const passingFirst = [...candidates].sort(
    (a, b) => Number(isOpen(a)) - Number(isOpen(b)) || cheapestFirst(a, b),
  );
  return passingFirst.flatMap((each) => usableModel(each, setting));
}

const isOpen = ({ standing }: Candidate): boolean => standing.kind === "conditional";

export function frontModels(
  front: readonly FrontMember[],
  setting: Setting,
): readonly ShortlistedModel[] {
  const { stakes, benchmarkById, book, scored } = setting;
  const dossiers = scored.map(({ dossier }) => dossier);
  const shown = commonBenchmarks(stakes.skills, dossiers, benchmarkById);
  return front.flatMap((member) =>
    usableModel(member.candidate, setting).map((usable) => ({
      ...usable,
      qualities: shown.flatMap((each) => {
        const quality = qualityOf(member.candidate.dossier, each);
        if (quality === undefined) return [];
        const { skill, benchmark, score, items, interval95 } = quality;
        return [
          {
            skill: skill.id,
            benchmark: benchmark.id,
            benchmarkName: benchmark.name,
            score: score.score,
            items,
            interval95,
            sources: book.cite([score.source]),
          },
        ];
      }),
      because: whyOnFront(member),
      breakEvenLossUsd: member.againstCheapest?.breakEven?.usd ?? null,
    })),
  );
}

export function beatenModels(beaten: readonly Beaten[], setting: Setting): readonly BeatenModel[] {
  return beaten.flatMap((each) =>
    usableModel(each.candidate, setting).map((usable) => ({
      ...usable,
      by: each.by.dossier.entry.id,
      because: whyBeaten(each),
    })),
  );
}

/** None where nothing can be called or priced. */
function usableModel(
  { dossier, route, cost, standing }: Candidate,
  { book, stakes }: Setting,
): readonly UsableModel[] {
  if (route === undefined || !cost.known) return [];
  const { monthlyUsd, lowUsd, highUsd, sources } = cost;
  return [
    {
      model: dossier.entry.id,
      name: dossier.entry.name,
      route: route.entry.id,
      provider: route.provider.name,
      monthlyUsd,
      lowUsd,
      highUsd,
      perTaskUsd: monthlyUsd / stakes.tasks,
      conditionalOn: standing.kind === "conditional" ? standing.on : [],
      sources: book.cite(sources),
    },
  ];
}
