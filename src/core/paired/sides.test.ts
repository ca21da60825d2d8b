import { expect, test } from "vitest";
import { resultFile } from "./scored-result.ts";
import { sidesOf } from "./sides.ts";

const file = (name: string, endpoints: readonly (string | null)[], metrics = ["pass"]) =>
  resultFile(
    name,
    "csv",
    endpoints.map((endpoint) => ({
      prompt: "p",
      endpoint,
      scores: Object.fromEntries(metrics.map((metric) => [metric, 1])),
    })),
  );

const [x, y] = ["x", "y"];

test.each`
  files                                     | endpoints       | names                   | because
  ${[file("f", [x, y])]}                    | ${[]}           | ${[x, y]}               | ${"one file holds two, in its order"}
  ${[file("f", [x, y])]}                    | ${[y, x]}       | ${[y, x]}               | ${"the order asked for counts"}
  ${[file("f", [x]), file("g", [y])]}       | ${[]}           | ${[x, y]}               | ${"a file for each"}
  ${[file("f", [x, y]), file("g", [x, y])]} | ${[x]}          | ${["x in f", "x in g"]} | ${"one endpoint before and after"}
  ${[file("f", [null]), file("g", [null])]} | ${[]}           | ${["f", "g"]}           | ${"files that name no endpoint go by their own names"}
  ${[file("f", [x, y]), file("g", [null])]} | ${[y, "other"]} | ${[y, "other"]}         | ${"a file without names takes the one given"}
`("$names: $because", ({ files, endpoints, names }) => {
  const sides = sidesOf(files, { endpoints });
  if (!sides.ok) throw new Error(JSON.stringify(sides.problem));
  expect([sides.value.a.name, sides.value.b.name]).toEqual(names);
});

test.each`
  files                                             | asked                      | where          | expected
  ${[file("f", [x])]}                               | ${{}}                      | ${"endpoints"} | ${"Expected a second file: f holds one endpoint only"}
  ${[file("f", [x, y, "z"])]}                       | ${{}}                      | ${"endpoints"} | ${"Expected two of the endpoints in f: x, y, z"}
  ${[file("f", [x, y]), file("g", [x])]}            | ${{}}                      | ${"endpoints"} | ${"Expected an endpoint of f: x, y"}
  ${[file("f", [x, y])]}                            | ${{ endpoints: [x, "q"] }} | ${"endpoints"} | ${"Expected an endpoint of f: x, y"}
  ${[file("f", [x, y])]}                            | ${{ metric: "f1" }}        | ${"metric"}    | ${"Expected one of the metrics there are: pass"}
  ${[file("f", [x], ["a"]), file("g", [y], ["b"])]} | ${{}}                      | ${"metric"}    | ${"Expected a metric that both sides have; f has a, g has b"}
`("no sides: $expected", ({ files, asked, where, expected }) => {
  expect(sidesOf(files, asked)).toEqual({
    ok: false,
    problem: { code: "invalid-input", where, expected },
  });
});
