import type { SourceBook } from "../evidence/source-book.ts";
import type { Usd, UsdPerMtok } from "../units.ts";
import { type BreakEven, breakEven, hostingMonthlyUsd, replicasFor } from "./break-even.ts";
import { type HostedPrice, hostingOf } from "./hosted-price.ts";
import type { SizeQuestion } from "./size-question.ts";

/** Machines of one's own against the same tokens bought from one route. */
export interface BreakEvenRow {
  readonly model: string;
  readonly route: string | null;
  readonly isSameModel: boolean;
  /** Prompts and answers blended; null: unknown. */
  readonly apiUsdPerMtok: UsdPerMtok | null;
  /** From which traffic the machines, as many as were asked for, cost no more; null: none, or unknown. */
  readonly mtokPerMonth: number | null;
  /** What those of them that count can take in a month. */
  readonly capacityMtok: number | null;
  /** Null where price, speed or the hour is unknown. */
  readonly isFeasible: boolean | null;
  /** The same with replicas added as traffic grows; null: it never pays, or unknown. */
  readonly paysFrom: BreakEven["paysFrom"];
  /** Why it is unknown. */
  readonly because: string;
  /** At the traffic stated; null: none was. */
  readonly month: {
    readonly mtok: number;
    readonly replicas: number;
    readonly hostingUsd: Usd;
    readonly apiUsd: Usd;
  } | null;
  readonly sourceIds: readonly string[];
}

export function breakEvenRows(
  question: SizeQuestion,
  { price, book }: { readonly price: HostedPrice; readonly book: SourceBook },
): readonly BreakEvenRow[] {
  const hosting = hostingOf(question, price);
  const { monthlyMtok } = question;
  return question.rivals.map((rival) => {
    const { model, route, isSameModel, usdPerMtok, sources } = rival;
    const isKnown = hosting !== undefined && usdPerMtok !== null;
    return {
      model,
      route,
      isSameModel,
      apiUsdPerMtok: usdPerMtok,
      ...(isKnown ? sayable(breakEven(hosting, usdPerMtok)) : unknown),
      because:
        usdPerMtok === null
          ? rival.because
          : hosting === undefined
            ? "what the machines cost, or how fast they are, is unknown"
            : "",
      month:
        isKnown && monthlyMtok !== undefined
          ? {
              mtok: monthlyMtok,
              replicas: replicasFor(hosting, monthlyMtok),
              hostingUsd: hostingMonthlyUsd(hosting, monthlyMtok),
              apiUsd: usdPerMtok * monthlyMtok,
            }
          : null,
      sourceIds: book.cite(sources),
    };
  });
}

const unknown = { mtokPerMonth: null, capacityMtok: null, isFeasible: null, paysFrom: null };

/** What is given away is never dearer. */
function sayable({ mtokPerMonth, capacityMtok, isFeasible, paysFrom }: BreakEven) {
  return {
    mtokPerMonth: Number.isFinite(mtokPerMonth) ? mtokPerMonth : null,
    capacityMtok,
    isFeasible,
    paysFrom,
  };
}
