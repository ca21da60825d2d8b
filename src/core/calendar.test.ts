import { expect, test } from "vitest";
import { dayAfter, daysBetween } from "./calendar.ts";

test.each([
  ["2026-11-20", "2026-11-21", 1, "the next day is one day away"],
  ["2026-05-22", "2026-10-23", 154, "months have their own lengths"],
  ["2024-02-28", "2024-03-01", 2, "2024 has a leap day"],
  ["2026-02-28", "2026-03-01", 1, "2026 has none"],
  ["2026-11-20", "2026-10-23", -28, "a day gone by counts negative"],
  ["2026-03", "2026-03-02", 1, "a month counts from its first day"],
  ["1999-12-31", "2000-01-01", 1, "a century may begin"],
])("%s to %s is %i: %s", (from, to, days) => {
  expect(daysBetween(from, to)).toBe(days);
});

test.each`
  from            | days    | day             | because
  ${"2026-11-20"} | ${90}   | ${"2027-02-18"} | ${"over the end of a year"}
  ${"2028-02-28"} | ${1}    | ${"2028-02-29"} | ${"a leap day"}
  ${"2026-02-28"} | ${1}    | ${"2026-03-01"} | ${"none"}
  ${"2027-01-14"} | ${-60}  | ${"2026-11-15"} | ${"back over the end of a year"}
  ${"2026-11-20"} | ${0}    | ${"2026-11-20"} | ${"the day itself"}
  ${"2026-11-20"} | ${1000} | ${"2029-08-16"} | ${"years on"}
`("$days days from $from it is $day: $because", ({ from, days, day }) => {
  expect(dayAfter(from, days)).toBe(day);
  expect(daysBetween(from, day)).toBe(days);
});
