import type { Source } from "../evidence/source.ts";
import type { Usd } from "../units.ts";
import type { Period } from "./bill-lines.ts";
import { standingOf } from "./fees.ts";
import { type Money, noMoney, toUsdNumber } from "./money.ts";
import type { CostItem } from "./monthly-cost.ts";
import { shareOf } from "./share.ts";
import { tariffOf } from "./tariff.ts";

interface Adjusted {
  readonly total: Money;
  readonly items: readonly CostItem[];
}

/** What stands on a bill by the month, whatever is used. */
export interface MonthTerms {
  readonly sources: readonly Source[];
  readonly usd: MonthlyUsd;
  readonly adjust: (used: Money) => Adjusted;
}

/** Fees, free credit and the least that is paid, in a month. */
export interface MonthlyUsd {
  readonly feeUsd: Usd;
  readonly creditUsd: Usd;
  readonly minimumUsd: Usd;
}

const noTerms: MonthTerms = {
  sources: [],
  usd: { feeUsd: 0, creditUsd: 0, minimumUsd: 0 },
  adjust: (used) => ({ total: used, items: [] }),
};

/** What a month of so much use comes to; as `adjust` does, for an estimate. */
export function monthOfUseUsd(usedUsd: Usd, { feeUsd, creditUsd, minimumUsd }: MonthlyUsd): Usd {
  return Math.max(minimumUsd, Math.max(0, usedUsd - creditUsd) + feeUsd);
}

/** Fees by the month are added, free credit is taken off, and the minimum is paid at least. */
export function monthTerms(periods: readonly Period[]): MonthTerms {
  if (periods.every(({ schedule }) => standingOf(tariffOf(schedule)).rows.length === 0)) {
    return noTerms;
  }
  const standings = periods.map(({ schedule, share }) => ({
    ...standingOf(tariffOf(schedule)),
    share,
  }));
  const sum = (field: "fee" | "credit" | "minimum") =>
    standings.reduce((total, each) => total + shareOf(each[field], each.share), noMoney);
  const [fee, credit, minimum] = [sum("fee"), sum("credit"), sum("minimum")];
  return {
    sources: standings.flatMap(({ rows }) => rows.flatMap(({ sources }) => sources)),
    usd: {
      feeUsd: toUsdNumber(fee),
      creditUsd: toUsdNumber(credit),
      minimumUsd: toUsdNumber(minimum),
    },
    adjust: (used: Money): Adjusted => {
      const free = credit < used ? credit : used;
      const before = used - free + fee;
      const added = before < minimum ? minimum - before : noMoney;
      return {
        total: before + added,
        items: [
          ...monthItem("free credit", -free),
          ...monthItem("standing fee", fee),
          ...monthItem("up to the minimum commitment", added),
        ],
      };
    },
  };
}

function monthItem(what: string, amount: Money): readonly CostItem[] {
  if (amount === noMoney) return [];
  return [{ what, side: "month", tokens: 0, rateUsdPerMtok: 0, usd: toUsdNumber(amount) }];
}
