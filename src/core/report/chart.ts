import type { IsoDate } from "../units.ts";

/**
 * What a chart shows, drawn by no one yet. Its numbers are those of the tables beside it; a face
 * chooses lengths and colours, never words or numbers.
 */
export type Chart = DotChart | LineChart | ScatterChart | StepChart;

interface ChartHead {
  /** The finding, as a sentence. */
  readonly title: string;
  /** What it shows, for who cannot see it. */
  readonly words: string;
}

/** How the ends and ticks of an axis are spelled. */
export type AxisFormat = "usd" | "usdPerMtok" | "tokens" | "percent" | "points" | "times" | "ms";

export interface Axis {
  readonly label: string;
  readonly scale: "linear" | "log";
  readonly format: AxisFormat;
}

/** One row a test, one dot a model, with what the luck of the items leaves open. */
export interface DotChart extends ChartHead {
  readonly kind: "dots";
  readonly x: Axis;
  readonly series: readonly string[];
  /** Places on the x axis with a name: no difference, a margin. */
  readonly marks?: readonly { readonly x: number; readonly label: string }[];
  readonly groups: readonly {
    readonly label: string;
    readonly rows: readonly {
      readonly label: string;
      /** How the row came out, in a word or two: `clear`, `within noise`. */
      readonly remark: string;
      /** In the order of the series; null where there is none. */
      readonly dots: readonly (ChartValue | null)[];
    }[];
  }[];
}

export interface ChartValue {
  readonly value: number;
  /** Absent: unknown. */
  readonly low?: number | undefined;
  readonly high?: number | undefined;
  /** As people read it. */
  readonly text: string;
}

/** Something that grows with something else, a line each, with bands where a range is known. */
export interface LineChart extends ChartHead {
  readonly kind: "lines";
  readonly x: Axis;
  readonly y: Axis;
  readonly lines: readonly {
    readonly label: string;
    readonly points: readonly {
      readonly x: number;
      readonly y: number;
      readonly low?: number | undefined;
      readonly high?: number | undefined;
      /** The value as people read it, where it is worth naming. */
      readonly text?: string | undefined;
    }[];
  }[];
  /** Places on the x axis with a name: where the reader stands, where lines cross. */
  readonly marks: readonly { readonly x: number; readonly label: string }[];
}

/** One point a thing, bands where a range is known; the named ones carry a letter and a row beneath. */
export interface ScatterChart extends ChartHead {
  readonly kind: "scatter";
  readonly x: Axis;
  readonly y: Axis;
  readonly points: readonly {
    readonly label: string;
    /** Letter of the table beneath; empty for the rest. */
    readonly letter: string;
    /** None drawn is better and cheaper. */
    readonly isFront: boolean;
    readonly x: number;
    readonly xHigh?: number | undefined;
    readonly y: ChartValue;
  }[];
}

/** A value that holds from a day until another takes its place. */
export interface StepChart extends ChartHead {
  readonly kind: "steps";
  readonly y: Axis;
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** A day with a name: where the reader stands, before what is only announced. */
  readonly mark?: { readonly day: IsoDate; readonly label: string };
  readonly lines: readonly {
    readonly label: string;
    readonly steps: readonly {
      readonly day: IsoDate;
      readonly value: number;
      readonly text: string;
    }[];
  }[];
}
