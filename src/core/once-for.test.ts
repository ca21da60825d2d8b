import { expect, test } from "vitest";
import { onceFor } from "./once-for.ts";

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
