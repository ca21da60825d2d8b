import { describe, expect, test } from "vitest";
import { post, smallApi } from "./small-api.ts";

const app = smallApi();
const both = { models: ["gpt-4.1", "qwen3.5-4b"] };
const manyModels = { models: Array.from({ length: 10_000 }, (_, index) => `model-${index}`) };
const deep = `${"[".repeat(10_000)}${"]".repeat(10_000)}`;
const asCsv = { ...post("a,b"), headers: { "Content-Type": "text/csv" } };
const bare = { method: "POST", body: new Uint8Array([123, 125]) };

describe("what is wrong is said in status, words and code", () => {
  test.each`
    address                             | request                                        | status | code                    | because
    ${"/v1/compre"}                     | ${{}}                                          | ${404} | ${"not-found"}          | ${"no operation is called so"}
    ${"/v1/__proto__"}                  | ${{}}                                          | ${404} | ${"not-found"}          | ${"what every object has is no operation"}
    ${"/v1/constructor"}                | ${post({})}                                    | ${404} | ${"not-found"}          | ${"likewise"}
    ${"/v1/compare/"}                   | ${{}}                                          | ${404} | ${"not-found"}          | ${"a path is taken as it is"}
    ${"/nowhere"}                       | ${{}}                                          | ${404} | ${"not-found"}          | ${"there is no such page"}
    ${"/v1/compare"}                    | ${{ method: "PUT", body: "{}" }}               | ${405} | ${"wrong-method"}       | ${"nothing is put there"}
    ${"/v1/decide?file=a.md"}           | ${{}}                                          | ${405} | ${"wrong-method"}       | ${"an address writes nothing"}
    ${"/v1"}                            | ${post({})}                                    | ${405} | ${"wrong-method"}       | ${"the list is only read"}
    ${"/v1/compare"}                    | ${asCsv}                                       | ${415} | ${"wrong-content-type"} | ${"only JSON is read"}
    ${"/v1/compare"}                    | ${bare}                                        | ${415} | ${"wrong-content-type"} | ${"nobody said that it is JSON"}
    ${"/v1/compare"}                    | ${post("{")}                                   | ${400} | ${"invalid-input"}      | ${"half a JSON is none"}
    ${"/v1/compare"}                    | ${post("")}                                    | ${422} | ${"too-few-models"}     | ${"nothing is the empty question"}
    ${"/v1/compare"}                    | ${post("null")}                                | ${400} | ${"invalid-input"}      | ${"an input is an object"}
    ${"/v1/compare"}                    | ${post(deep)}                                  | ${400} | ${"invalid-input"}      | ${"nothing is asked so deep"}
    ${"/v1/compare"}                    | ${post('{"__proto__":{"models":[]}}')}         | ${400} | ${"invalid-input"}      | ${"there is no such field"}
    ${"/v1/compare"}                    | ${post(manyModels)}                            | ${400} | ${"invalid-input"}      | ${"ten thousand are not compared"}
    ${"/v1/compare"}                    | ${post({ models: ["gtp-4.1", "qwen3.5-4b"] })} | ${404} | ${"model-not-found"}    | ${"nobody knows the model"}
    ${"/v1/compare"}                    | ${post({ models: ["gpt-4.1", "gpt-4.1"] })}    | ${422} | ${"same-model-twice"}   | ${"it is compared with itself"}
    ${"/v1/compare"}                    | ${post({ ...both, asOf: "2000-01-01" })}       | ${422} | ${"as-of-too-early"}    | ${"nothing is known of that day"}
    ${"/v1/compare?format=pdf"}         | ${post(both)}                                  | ${400} | ${"invalid-input"}      | ${"there is no such format"}
    ${"/v1/compare?brief=perhaps"}      | ${post(both)}                                  | ${400} | ${"invalid-input"}      | ${"a flag is true or false"}
    ${"/v1/compare?models=a"}           | ${post(both)}                                  | ${400} | ${"unknown-parameter"}  | ${"the input is asked once"}
    ${"/v1/compare?modles=a,b"}         | ${{}}                                          | ${400} | ${"unknown-parameter"}  | ${"a parameter is misspelt"}
    ${"/v1/compare?__proto__.a=1"}      | ${{}}                                          | ${400} | ${"unknown-parameter"}  | ${"no field is called so"}
    ${"/v1/models?maker.name=a"}        | ${{}}                                          | ${400} | ${"invalid-input"}      | ${"a word has no fields"}
    ${"/v1/models?maker=a&maker=b"}     | ${{}}                                          | ${400} | ${"invalid-input"}      | ${"one maker is asked for"}
    ${"/v1/models?limit=some"}          | ${{}}                                          | ${400} | ${"invalid-input"}      | ${"some is no number"}
    ${"/v1/models?limit="}              | ${{}}                                          | ${400} | ${"invalid-input"}      | ${"nothing is no number"}
    ${"/v1/cost?traffic=a&traffic.b=1"} | ${{}}                                          | ${400} | ${"invalid-input"}      | ${"it is stated twice"}
  `("$status $code: $because", async ({ address, request, status, code }) => {
    const response = await app.request(address, request);
    expect(response.status).toBe(status);
    expect(response.headers.get("Content-Type")).toBe("application/problem+json");
    expect(await response.json()).toMatchObject({
      ...{ code, status, type: `/problems/${code}` },
      title: expect.stringMatching(/[^.]\.$/),
      remedy: expect.stringMatching(/[.?`]$/),
    });
  });

  test.each`
    address                     | remedy                     | because
    ${"/v1/compre"}             | ${"Did you mean compare?"} | ${"an operation is near"}
    ${"/v1/compare?modles=a,b"} | ${"Did you mean models?"}  | ${"a parameter is near"}
    ${"/v1/zzz"}                | ${"GET /v1"}               | ${"nothing is near"}
  `("the next step of $address: $because", async ({ address, remedy }) => {
    const response = await app.request(address);
    expect(await response.json()).toMatchObject({ remedy: expect.stringContaining(remedy) });
  });

  test("a wrong method comes with those that are right", async () => {
    const response = await app.request("/v1/compare", { method: "DELETE" });
    expect(response.headers.get("Allow")).toBe("GET, HEAD, POST");
  });

  test("a bug is told to the server and not to who asks", async () => {
    const catalog = async () => {
      throw new Error("the inner text");
    };
    const response = await smallApi({ catalog }).request("/v1/models");
    expect(response.status).toBe(500);
    expect(await response.text()).not.toContain("inner");
  });
});

describe("nothing on the disk of the server is opened for who asks", () => {
  test.each`
    name         | input
    ${"compare"} | ${{ ...both, facts: ["/etc/passwd"] }}
    ${"compare"} | ${{ ...both, workload: "../steelyard.yaml" }}
    ${"find"}    | ${{ facts: ["facts.yaml"] }}
    ${"cost"}    | ${{ models: ["gpt-4.1"], text: "/etc/passwd" }}
    ${"changes"} | ${{ from: "/etc" }}
    ${"scan"}    | ${{ path: "/etc" }}
    ${"scan"}    | ${{}}
    ${"decide"}  | ${{ ...both, file: "/etc/cron.d/a.md" }}
    ${"decide"}  | ${{ file: "../a.md", check: true }}
  `("$name with $input", async ({ name, input }) => {
    const response = await app.request(`/v1/${name}`, post(input));
    expect(response.status).toBe(403);
    expect(await response.json()).toMatchObject({ code: "not-served-here" });
  });
});
