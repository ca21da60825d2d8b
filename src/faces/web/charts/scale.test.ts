import { expect, test } from "vitest";
import { across, down } from "./room.ts";
import { scaleOf } from "./scale.ts";

const axis = (scale: "linear" | "log") => ({ label: "", scale, format: "usd" }) as const;

test.each`
  scale       | values             | ticks                                 | because
  ${"log"}    | ${[1, 1000]}       | ${["$1", "$10", "$100", "$1,000"]}    | ${"powers of ten"}
  ${"log"}    | ${[2, 30]}         | ${["$2", "$5", "$10", "$20"]}         | ${"in a shorter stretch their halves and fifths"}
  ${"log"}    | ${[1, 1e12]}       | ${["$1", "$10,000,000"]}              | ${"fewer of them where all would touch"}
  ${"linear"} | ${[0, 40]}         | ${["$0", "$10", "$20", "$30", "$40"]} | ${"round steps"}
  ${"log"}    | ${[5]}             | ${["$2", "$5", "$10"]}                | ${"a single value has room on both sides"}
  ${"log"}    | ${[]}              | ${["$1", "$2", "$5", "$10"]}          | ${"nothing has an axis too"}
  ${"log"}    | ${[0, Number.NaN]} | ${["$1", "$2", "$5", "$10"]}          | ${"what has no place on it does not count"}
`("ticks: $because", ({ scale, values, ticks }) => {
  expect(scaleOf(axis(scale), values, across).ticks.map(({ text }) => text)).toEqual(ticks);
});

test("higher values stand higher, and what lies outside stands at the end", () => {
  const { at } = scaleOf(axis("linear"), [0, 10], down(20, 120));
  expect([0, 5, 10, 99].map(at)).toEqual([120, 70, 20, 20]);
});
