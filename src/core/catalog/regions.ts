import type { PropertyValue } from "./property.ts";

/** The places a region lists: `eu, us` means that a buyer can choose either. */
export function regionsIn(value: PropertyValue): readonly string[] {
  return String(value)
    .toLowerCase()
    .split(/[;,\s]+/)
    .filter((each) => each !== "");
}

/**
 * How a place asked for stands to a place stated: `fr` and `eu-west-1` lie within `eu`, all of `eu`
 * may be meant where `fr` is asked, and `global` is nowhere one could hold it to.
 */
export function placeStanding(asked: string, stated: string): "within" | "open" | "elsewhere" {
  if (stated === asked || stated.startsWith(`${asked}-`) || isPartOf(stated, asked)) {
    return "within";
  }
  if (stated === "regional" || asked.startsWith(`${stated}-`) || isPartOf(asked, stated)) {
    return "open";
  }
  return "elsewhere";
}

function isPartOf(part: string, whole: string): boolean {
  return (parts[whole] ?? []).some((each) => part === each || part.startsWith(`${each}-`));
}

/** Members of the European Union, and what clouds count to Asia and the Pacific. */
const parts: Readonly<Record<string, readonly string[]>> = {
  eu: [
    ...["at", "be", "bg", "cy", "cz", "de", "dk", "ee", "es", "fi", "fr", "gr", "hr", "hu"],
    ...["ie", "it", "lt", "lu", "lv", "mt", "nl", "pl", "pt", "ro", "se", "si", "sk"],
  ],
  apac: ["ap", "asia", "au", "hk", "id", "in", "jp", "kr", "my", "nz", "sg", "th", "tw"],
};
