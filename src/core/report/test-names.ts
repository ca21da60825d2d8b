import type { PairedTest } from "../paired/paired-result.ts";

/** How two were held against each other, in words. */
export const testNames: Readonly<Record<PairedTest, string>> = {
  "mcnemar-mid-p": "McNemar, mid-p; Tango's interval",
  "paired-t": "paired t",
  "clustered-t": "t with clustered errors",
  sign: "signs: all differ by the same",
};
