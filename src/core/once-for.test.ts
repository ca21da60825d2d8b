import { expect, test } from "vitest";
import { onceFor, onceForDay } from "./once-for.ts";

test("a value is made once for each object, undefined included", () => {
  const asked: string[] = [];
  const lengthOf = onceFor(({ name }: { readonly name: string }) => {
    asked.push(name);
    return name === "" ? undefined : name.length;
  });
  const [one, none] = [{ name: "one" }, { name: "" }];
  expect([lengthOf(one), lengthOf(one), lengthOf(none), lengthOf(none)]).toEqual([
    3,
    3,
    undefined,
    undefined,
  ]);
  expect(asked).toEqual(["one", ""]);
});

test("a value is made once for a day, and days long not asked about are let go", () => {
  const asked: string[] = [];
  const stateOn = onceForDay((_: object, day: string) => asked.push(day));
  const world = {};
  for (const day of ["1", "1", "2", "3", "1", "4", "5", "1", "2"]) stateOn(world, day);
  expect(asked).toEqual(["1", "2", "3", "4", "5", "2"]);
});
