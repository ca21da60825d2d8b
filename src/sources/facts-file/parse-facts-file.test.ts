import { describe, expect, test } from "vitest";
import { parseFactsFile } from "./parse-facts-file.ts";

const fine = {
  subject: "route:openrouter/qwen/qwen3.5-4b",
  property: "price.input",
  value: '"0.04"',
  unit: "USD/Mtok",
  source: "contract 2026-14",
  observedOn: "2026-11-01",
};

/** One fact with some fields written otherwise, or left out. */
function fileWith(changes: Record<string, string | undefined> = {}): string {
  const lines = Object.entries({ ...fine, ...changes })
    .filter(([, value]) => value !== undefined)
    .map(([key, value]) => `${key}: ${value}`);
  return `- ${lines.join("\n  ")}\n`;
}

const parse = (text: string) => parseFactsFile(text, "facts.yaml");

describe("a facts file", () => {
  test("becomes claims that outrank the catalog", () => {
    const outcome = parse(fileWith());
    expect(outcome.ok && outcome.value).toEqual([
      {
        subject: "route:openrouter/qwen/qwen3.5-4b",
        property: "price.input",
        value: "0.04",
        source: {
          name: "contract 2026-14",
          ref: "contract 2026-14",
          kind: "own-facts",
          observedOn: "2026-11-01",
          confidence: "high",
          lineage: "own",
        },
      },
    ]);
  });

  test("may hold its list under `facts`, may say things twice, and may be empty", () => {
    const indented = fileWith().replaceAll(/^/gm, "  ").trimEnd();
    expect(parse(`facts:\n${indented}\n`)).toEqual(parse(fileWith()));
    expect(parse(fileWith() + fileWith())).toMatchObject({ ok: true, value: [{}, {}] });
    expect(parse("")).toEqual({ ok: true, value: [] });
    expect(parse("# nothing yet\n")).toEqual({ ok: true, value: [] });
  });

  test.each`
    written                   | value                     | because
    ${"0.04"}                 | ${"0.04"}                 | ${"an unquoted number is a price too"}
    ${"'0.10'"}               | ${"0.1"}                  | ${"a zero at the end says nothing"}
    ${"0"}                    | ${"0"}                    | ${"something may be free of charge"}
    ${"0.123456789012345678"} | ${"0.123456789012345678"} | ${"no digit is lost on the way"}
  `("keeps a price exact: $because", ({ written, value }) => {
    const outcome = parse(fileWith({ value: written }));
    expect(outcome.ok && outcome.value[0]?.value).toBe(value);
  });

  test.each`
    written     | because
    ${"cheap"}  | ${"a word"}
    ${"$0.04"}  | ${"a currency"}
    ${'"0,04"'} | ${"a comma"}
    ${"-1"}     | ${"less than nothing"}
    ${".nan"}   | ${"no number"}
    ${".inf"}   | ${"no end"}
    ${"1e400"}  | ${"past all bounds"}
    ${"true"}   | ${"a flag"}
    ${"[1, 2]"} | ${"a list"}
    ${""}       | ${"nothing"}
  `("refuses $written as a price ($because), with line, field and unit", ({ written }) => {
    expect(parse(fileWith({ value: written }))).toMatchObject({
      ok: false,
      problem: {
        code: "file-invalid",
        file: "facts.yaml",
        line: 3,
        field: "value",
        expected: expect.stringMatching(/decimal number.*USD\/Mtok/),
      },
    });
  });

  test.each`
    changes                                                       | line | field                       | expected                     | because
    ${{ unit: "USD/1k" }}                                         | ${4} | ${"unit"}                   | ${"USD/Mtok"}                | ${"a unit of another size"}
    ${{ unit: "EUR/Mtok" }}                                       | ${4} | ${"unit"}                   | ${"USD/Mtok"}                | ${"another currency"}
    ${{ source: undefined }}                                      | ${1} | ${"source"}                 | ${"where the value"}         | ${"no source"}
    ${{ subject: "model:qwen/qwen3.5-4b" }}                       | ${1} | ${"subject"}                | ${"prices belong to routes"} | ${"a price of a model"}
    ${{ subject: "qwen3.5-4b" }}                                  | ${1} | ${"subject"}                | ${"maker/model"}             | ${"a bare name"}
    ${{ property: "price.imput" }}                                | ${2} | ${"property"}               | ${"price.input"}             | ${"a slip of the pen"}
    ${{ property: "model.license" }}                              | ${1} | ${"subject"}                | ${"belongs to models"}       | ${"a licence of a route"}
    ${{ observedOn: "2026-02-30" }}                               | ${6} | ${"observedOn"}             | ${"a day such as"}           | ${"a day that is in no calendar"}
    ${{ prize: "1" }}                                             | ${7} | ${"prize"}                  | ${"no field named"}          | ${"a field nobody knows"}
    ${{ effectiveFrom: "2026-12-01", effectiveTo: "2026-12-01" }} | ${8} | ${"effectiveTo"}            | ${"a day after"}             | ${"an end that is not after the start"}
    ${{ conditions: "{ serviceTier: bach }" }}                    | ${7} | ${"conditions.serviceTier"} | ${"batch"}                   | ${"a tier there is not"}
  `("refuses $because", ({ changes, line, field, expected }) => {
    expect(parse(fileWith(changes))).toMatchObject({
      ok: false,
      problem: { line, field, expected: expect.stringContaining(expected) },
    });
  });

  test("turns a price in another currency into US dollars at the rate stated", () => {
    const exchange = '{ usdPerUnit: "0.15", observedOn: 2026-11-20, source: our bank }';
    const outcome = parse(fileWith({ value: '"80"', unit: "CNY/Mtok", exchange }));
    expect(outcome).toMatchObject({
      ok: true,
      value: [
        {
          value: "12",
          listed: "The list has 80 CNY/Mtok: 0.15 US dollars a CNY on 2026-11-20, our bank.",
        },
      ],
    });
    expect(parse(fileWith({ exchange }))).toMatchObject({ ok: false, problem: { field: "unit" } });
  });

  test("reads counts, flags and days by their property", () => {
    const unit = undefined;
    const facts = [
      { property: "limit.context", value: "262144", unit: "tokens" },
      { property: "cap.tools", value: "false", unit },
      { property: "route.retires_on", value: "2027-01-31", unit },
    ].map(fileWith);
    const outcome = parse(facts.join(""));
    expect(outcome.ok && outcome.value.map(({ value }) => value)).toEqual([
      262144,
      false,
      "2027-01-31",
    ]);
    expect(parse(fileWith({ property: "cap.tools", value: "no", unit }))).toMatchObject({
      ok: false,
      problem: { field: "value", expected: expect.stringContaining("true or false") },
    });
  });

  test("that is no YAML is refused with the line", () => {
    expect(parse(`${fileWith()}- { subject: [\n`)).toMatchObject({
      ok: false,
      problem: { code: "file-invalid", file: "facts.yaml", line: expect.any(Number) },
    });
    expect(parse("prices are fine")).toMatchObject({
      ok: false,
      problem: { line: 1, expected: expect.stringContaining("a list of facts") },
    });
  });

  test("that unfolds into far more than it says is refused", () => {
    const levels = Array.from({ length: 12 }, (_, i) =>
      i === 0
        ? "a0: &a0 [x, x, x, x, x, x, x, x, x]"
        : `a${i}: &a${i} [${`*a${i - 1}, `.repeat(9)}]`,
    );
    expect(parse(levels.join("\n"))).toMatchObject({
      ok: false,
      problem: { code: "file-invalid" },
    });
    expect(parse("[".repeat(20_000))).toMatchObject({ ok: false });
  });
});
