import { describe, expect, test } from "vitest";
import { httpStatusOf } from "../../src/core/problems/http-status.ts";
import { jsonText } from "../../src/core/report/json-text.ts";
import { operationNames, operations } from "../../src/operations/index.ts";
import { runLine } from "../cli/run-line.ts";
import { questions } from "./questions.ts";
import { post, remoteSmallDeps, smallApi } from "./small-api.ts";

const app = smallApi();

describe("REST answers what the library answers", () => {
  test.each(operationNames)("%s, asked by POST", async (name) => {
    const { input } = questions[name];
    const operation = await operations[name]();
    const outcome = await operation.answer(input, remoteSmallDeps);
    const response = await app.request(`/v1/${name}`, post(input));
    if (outcome.ok) {
      expect(response.status).toBe(200);
      expect(await response.text()).toBe(jsonText(outcome.value.value));
    } else {
      expect(response.status).toBe(httpStatusOf[outcome.problem.code]);
      expect(await response.json()).toMatchObject(outcome.problem);
    }
  });

  const questionNames = operationNames.filter((name) => name !== "decide");

  test.each(questionNames)("%s, asked by an address, as by POST", async (name) => {
    const { input, address } = questions[name];
    const byAddress = await app.request(`/v1/${name}?${address}`);
    const byBody = await app.request(`/v1/${name}`, post(input));
    expect(byAddress.status).toBe(byBody.status);
    expect(await byAddress.text()).toBe(await byBody.text());
  });
});

describe("REST prints as the command line does", () => {
  test.each([
    { format: "json", type: "application/json" },
    { format: "markdown", type: "text/markdown; charset=utf-8" },
    { format: "text", type: "text/plain; charset=utf-8" },
  ])("$format", async ({ format, type }) => {
    const line = await runLine(["explain", "gpt-4.1", "price.input", "--format", format]);
    const address = `/v1/explain?subject=gpt-4.1&property=price.input&format=${format}`;
    const response = await app.request(address);
    expect(await response.text()).toBe(line.stdout);
    expect(response.headers.get("Content-Type")).toBe(type);
  });

  test("an answer in brief and with its sources", async () => {
    const line = ["compare", "gpt-4.1", "qwen3.5-4b", "--format", "markdown"];
    const address = "/v1/compare?models=gpt-4.1,qwen3.5-4b&format=markdown";
    for (const flag of ["brief", "sources"]) {
      const printed = await runLine([...line, `--${flag}`]);
      const response = await app.request(`${address}&${flag}`);
      expect(await response.text()).toBe(printed.stdout);
    }
  });

  test.each`
    accept                                         | type                      | because
    ${"*/*"}                                       | ${"application/json"}     | ${"anything will do"}
    ${"text/html,application/xhtml+xml,*/*;q=0.8"} | ${"application/json"}     | ${"there are no pages here"}
    ${"text/markdown"}                             | ${"text/markdown"}        | ${"it is named"}
    ${"text/plain;q=0.2, text/markdown;q=0.9"}     | ${"text/markdown"}        | ${"it is liked better"}
    ${"application/atom+xml"}                      | ${"application/atom+xml"} | ${"it is a format of changes alone"}
  `("asked with Accept: $accept, $type: $because", async ({ accept, type }) => {
    const headers = { Accept: accept };
    const response = await app.request("/v1/changes?from=2026-01-01", { headers });
    expect(response.headers.get("Content-Type")).toContain(type);
    expect(response.headers.get("Vary")).toContain("Accept");
  });

  test("the name of a format wins over what is accepted", async () => {
    const headers = { Accept: "text/markdown" };
    const response = await app.request("/v1/models?format=json", { headers });
    expect(response.headers.get("Content-Type")).toBe("application/json");
  });
});

describe("REST tells what can be asked", () => {
  test("as a list", async () => {
    const response = await app.request("/v1");
    const listed = operationNames.map((name) => ({ name, path: `/v1/${name}` }));
    expect(await response.json()).toMatchObject({ operations: listed });
  });

  test("and takes an empty body for the empty question", async () => {
    const response = await app.request("/v1/providers", { method: "POST" });
    expect(response.status).toBe(200);
  });
});
