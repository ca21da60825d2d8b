import type { PriceProperty } from "../catalog/property.ts";
import { onceFor } from "../once-for.ts";
import { formatTokens } from "../report/format.ts";
import { type Money, noMoney } from "./money.ts";
import { findTariffRow, type RateConditions, type Tariff, type TariffRow } from "./tariff.ts";
import type { ToolUse, TrafficProfile } from "./traffic.ts";
import { requestsOf } from "./traffic-parts.ts";

/** Something billed by the piece in a month. */
export interface Fee {
  readonly what: string;
  /** How many are billed of the first attempts. */
  readonly count: number;
  /** How many there are, and how many of a month are free, the retries' among them. */
  readonly all: number;
  readonly free: number;
  /** What one piece costs, and what it may cost at least where it is disputed. */
  readonly rate: Money;
  readonly lowRate: Money;
  readonly row: TariffRow["row"];
  /** False for what is bought once, whatever fails. */
  readonly isRetried: boolean;
  readonly note?: string;
}

interface FeeRule {
  readonly field: keyof ToolUse;
  readonly meter: PriceProperty;
  readonly what: string;
  /** How the price of one is called where it is missing. */
  readonly one: string;
  readonly free?: PriceProperty;
  readonly isRetried: boolean;
}

const rules: readonly FeeRule[] = [
  {
    field: "webSearches",
    meter: "price.web_search",
    what: "web searches",
    one: "a web search",
    free: "price.free_web_searches",
    isRetried: true,
  },
  {
    field: "fileSearches",
    meter: "price.file_search",
    what: "file searches",
    one: "a file search",
    isRetried: true,
  },
  {
    field: "codeSessions",
    meter: "price.code_execution",
    what: "code sessions",
    one: "a code session",
    isRetried: true,
  },
  {
    field: "cacheStorageTokenHours",
    meter: "price.cache_storage",
    what: "cache storage, token-hours",
    one: "keeping a cache",
    isRetried: false,
  },
  {
    field: "trainingTokens",
    meter: "price.training",
    what: "training tokens",
    one: "training",
    isRetried: false,
  },
];

export type Fees =
  | {
      readonly known: true;
      readonly fees: readonly Fee[];
      readonly notes: readonly string[];
      /** True where a fee is left out because nobody says how often it is paid. */
      readonly isOpen: boolean;
    }
  | { readonly known: false; readonly because: string };

const ordinary: RateConditions = { promptTokens: 0, serviceTier: "standard" };
const onePiece = 10n ** 24n;

/** Everything that a month of traffic buys by the piece, free pieces taken off. */
export function feesOf(tariff: Tariff, traffic: TrafficProfile): Fees {
  const asked = rulesFor(traffic);
  if (asked.length === 0 && !tariff.rowsOf.has("price.request")) return noFees;
  const found: Fee[] = [];
  const notes: string[] = [];
  for (const rule of asked) {
    const count = traffic[rule.field] ?? 0;
    const row = rowFor(tariff, rule.meter, traffic);
    if (row === undefined) {
      return { known: false, because: `no price of ${rule.one} is known` };
    }
    const free = rule.free && findTariffRow(tariff, rule.free, ordinary);
    const pieces = Number((free?.rate ?? 0n) / onePiece);
    const { rate, lowRate } = row;
    const { what, isRetried } = rule;
    found.push({
      what,
      count: Math.max(0, count - pieces),
      all: count,
      free: pieces,
      rate,
      lowRate,
      row: row.row,
      isRetried,
    });
    if (pieces > 0) notes.push(`The first ${formatTokens(pieces)} ${what} of a month are free.`);
  }
  const request = requestFee(tariff, traffic);
  const fees = [...request.fees, ...found];
  return { known: true, fees, notes: [...request.notes, ...notes], isOpen: request.isOpen };
}

const noFees: Fees = { known: true, fees: [], notes: [], isOpen: false };

/** What of it the month buys at all. */
const rulesFor = onceFor((traffic: TrafficProfile) =>
  rules.filter(({ field }) => (traffic[field] ?? 0) > 0),
);

/** Training a model is priced with the weights it yields. */
function rowFor(tariff: Tariff, meter: PriceProperty, { fineTuned }: TrafficProfile) {
  const own = findTariffRow(tariff, meter, { ...ordinary, fineTuned: true });
  const plain = findTariffRow(tariff, meter, ordinary);
  return meter === "price.training" || fineTuned === true ? (own ?? plain) : plain;
}

function requestFee(tariff: Tariff, traffic: TrafficProfile) {
  const row = findTariffRow(tariff, "price.request", ordinary);
  if (row === undefined || row.rate === noMoney) return { fees: [], notes: [], isOpen: false };
  const count = requestsOf(traffic);
  if (count === undefined) {
    const note = "A fee for each request is left out: the number of requests is unknown.";
    return { fees: [], notes: [note], isOpen: true };
  }
  const { rate, lowRate } = row;
  const pieces = { count, all: count, free: 0 };
  const fee: Fee = {
    what: "request fees",
    ...pieces,
    rate,
    lowRate,
    row: row.row,
    isRetried: true,
  };
  return { fees: count === 0 ? [] : [fee], notes: [], isOpen: false };
}

/** What is paid by the month whatever is used, and what is taken off. */
export interface Standing {
  readonly fee: Money;
  readonly credit: Money;
  readonly minimum: Money;
  readonly rows: readonly TariffRow["row"][];
}

export const standingOf = onceFor(readStanding);

function readStanding(tariff: Tariff): Standing {
  const [fee, credit, minimum] = (
    ["price.standing_fee", "price.free_credit", "price.minimum"] as const
  ).map((meter) => findTariffRow(tariff, meter, ordinary));
  return {
    fee: fee?.rate ?? noMoney,
    credit: credit?.rate ?? noMoney,
    minimum: minimum?.rate ?? noMoney,
    rows: [fee, credit, minimum].flatMap((found) => (found === undefined ? [] : [found.row])),
  };
}
