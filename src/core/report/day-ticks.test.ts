import { expect, test } from "vitest";
import { dayTicks } from "./day-ticks.ts";

test.each`
  from            | to              | texts                                           | because
  ${"2026-07-30"} | ${"2026-11-21"} | ${["2026-08", "2026-09", "2026-10", "2026-11"]} | ${"a month each where they are few"}
  ${"2025-11-02"} | ${"2026-11-21"} | ${["2026-01", "2026-04", "2026-07", "2026-10"]} | ${"else the quarters"}
  ${"2023-01-01"} | ${"2026-11-21"} | ${["2023", "2024", "2025", "2026"]}             | ${"else the years"}
  ${"2026-11-02"} | ${"2026-11-21"} | ${["2026-11-02", "2026-11-21"]}                 | ${"in a short stretch its ends"}
  ${"2026-11-21"} | ${"2026-11-21"} | ${["2026-11-21"]}                               | ${"one day is one tick"}
`("from $from to $to: $because", ({ from, to, texts }) => {
  expect(dayTicks(from, to, 5).map(({ text }) => text)).toEqual(texts);
});
