import fc from "fast-check";
import { describe, expect, test } from "vitest";
import { readPropertyValue } from "./property-value.ts";

describe("a value read with its property in hand", () => {
  test("a price keeps every digit it was written with", () => {
    const digits = fc.tuple(fc.nat(999_999), fc.stringMatching(/^\d{0,17}[1-9]$/));
    fc.assert(
      fc.property(digits, ([whole, fraction]) => {
        const written = `${whole}.${fraction}`;
        const read = readPropertyValue("price.input", { value: Number(written), source: written });
        expect(read).toEqual({ ok: true, value: written });
      }),
    );
  });

  test.each`
    property                    | value           | read         | because
    ${"price.output"}           | ${"0.50"}       | ${"0.5"}     | ${"zeros at the end of a fraction say nothing"}
    ${"price.output"}           | ${"010"}        | ${"10"}      | ${"nor do zeros in front"}
    ${"price.output"}           | ${"100"}        | ${"100"}     | ${"zeros of a whole number do"}
    ${"price.output"}           | ${"0.0"}        | ${"0"}       | ${"nothing is nothing"}
    ${"limit.context"}          | ${262144}       | ${262144}    | ${"tokens are counted"}
    ${"limit.context"}          | ${"1.5"}        | ${undefined} | ${"there is no half token"}
    ${"limit.context"}          | ${"256K"}       | ${undefined} | ${"K has two meanings"}
    ${"cap.tools"}              | ${false}        | ${false}     | ${"no is an answer"}
    ${"cap.tools"}              | ${"unknown"}    | ${undefined} | ${"unknown is said by saying nothing"}
    ${"model.license"}          | ${"  "}         | ${undefined} | ${"blanks are no licence"}
    ${"model.retires_on"}       | ${"2026-10"}    | ${undefined} | ${"a model stops on a day"}
    ${"model.release_date"}     | ${"2026-03"}    | ${"2026-03"} | ${"a source may know the month alone"}
    ${"model.knowledge_cutoff"} | ${2024}         | ${"2024"}    | ${"or the year"}
    ${"model.release_date"}     | ${"March 2026"} | ${undefined} | ${"a day is written in digits"}
  `("$property of $value: $because", ({ property, value, read }) => {
    const result = readPropertyValue(property, { value });
    expect(result.ok ? result.value : undefined).toBe(read);
  });
});
