import http from "node:http";
import { expect, onTestFinished, test } from "vitest";
import { answerOf } from "../../../test/builders/answer-of.ts";
import { endpointOf } from "../../../test/builders/suite-of.ts";
import { systemClock } from "../exchange/clock.ts";
import { openGraders } from "../graders/open-graders.ts";
import { embedderOf } from "./embedder-of.ts";

interface Seen {
  readonly path: string | undefined;
  readonly authorization: string | undefined;
  readonly body: string;
}

/** Answers one after the other with what is given, the last for ever. */
async function serving(
  ...replies: readonly ((seen: Seen) => { readonly status?: number; readonly body: string })[]
) {
  const seen: Seen[] = [];
  const server = http.createServer((request, response) => {
    const chunks: Buffer[] = [];
    request.on("data", (chunk: Buffer) => chunks.push(chunk));
    request.on("end", () => {
      const { authorization } = request.headers;
      const one = { path: request.url, authorization, body: Buffer.concat(chunks).toString() };
      const reply = replies[Math.min(seen.length, replies.length - 1)]?.(one);
      seen.push(one);
      response.writeHead(reply?.status ?? 200, { "retry-after": "0" }).end(reply?.body);
    });
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  onTestFinished(() => {
    server.close();
    server.closeAllConnections();
  });
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  const embedder = embedderOf({ environment: { TEST_KEY: "sk-secret-1" }, clock: systemClock });
  onTestFinished(embedder.close);
  const endpoint = endpointOf("vectors", {
    ...{ baseUrl: `http://127.0.0.1:${port}/v1`, model: "small", keyVariable: "TEST_KEY" },
    parameters: { dimensions: 2 },
  });
  const grade = async (text: string, expected: string) => {
    const spec = { kind: "similarity", id: "near", embeddings: endpoint, atLeast: 0.9 } as const;
    const deps = { suiteFile: "suite.yaml", isCodeAllowed: false, embed: embedder.embed };
    const open = await openGraders([spec], deps);
    if (!open.ok) throw new Error(JSON.stringify(open.problem));
    const [grading] = await open.value.grade({ id: "a", messages: [], expected }, answerOf(text));
    await open.value.close();
    return grading;
  };
  return { seen, grade };
}

const vector = (embedding: unknown) => JSON.stringify({ data: [{ index: 0, embedding }] });
/** By how the text begins: east, or halfway to north. */
const byText = ({ body }: Seen) => ({ body: vector(body.includes("cat") ? [1, 0] : [1, 1]) });

test("an endpoint of embeddings grades by the angle between two texts", async () => {
  const { seen, grade } = await serving(byText);
  expect(await grade("a cat", "some cat")).toMatchObject({
    isGraded: true,
    grade: { score: 1, isPass: true, because: "cosine 1.000" },
  });
  expect(await grade("a dog", "some cat")).toMatchObject({
    grade: { isPass: false, because: "cosine 0.707" },
  });
  expect(seen[0]).toMatchObject({ path: "/v1/embeddings", authorization: "Bearer sk-secret-1" });
  const [body] = seen.map((each) => JSON.parse(each.body));
  expect(body).toEqual({
    encoding_format: "float",
    dimensions: 2,
    model: "small",
    input: ["a cat"],
  });
});

test("a text that was asked for before is not asked for again", async () => {
  const { seen, grade } = await serving(byText);
  for (const answer of ["a cat", "a dog", "a cat"]) await grade(answer, "some cat");
  expect(seen).toHaveLength(3);
});

test("what may pass is asked again", async () => {
  const { seen, grade } = await serving(() => ({ status: 429, body: "slow down" }), byText);
  expect(await grade("a cat", "a cat")).toMatchObject({ isGraded: true });
  expect(seen.length).toBeGreaterThan(1);
});

test.each([
  [{ status: 401, body: "sk-secret-1 is wrong" }, "unauthorised", "because the key is wrong"],
  [{ status: 404, body: "{}" }, "not-found", "because there is no such endpoint"],
  [{ status: 302, body: "" }, "redirected", "because a key does not follow to another host"],
])("%j gives no grade, and says why without what was said: %s", async (reply, code) => {
  const { grade } = await serving(() => reply);
  expect(await grade("a cat", "a dog")).toMatchObject({
    isGraded: false,
    why: "grader-failed",
    because: `"the embeddings endpoint vectors gave ${code}"`,
  });
});

test.each([
  ["no JSON", "<html>"],
  ["no vectors", "{}"],
  ["too few", JSON.stringify({ data: [] })],
  ["no numbers", vector(["a"])],
  ["numbers that are none", '{"data":[{"embedding":[1e999]}]}'],
])(
  "an answer with %s gives no grade",
  async (_, body) => {
    const { grade } = await serving(() => ({ body }));
    expect(await grade("a cat", "a dog")).toMatchObject({ isGraded: false, why: "grader-failed" });
  },
  20_000,
);

test("a vector without a direction gives no grade", async () => {
  const { grade } = await serving(() => ({ body: vector([0, 0]) }));
  expect(await grade("a cat", "a dog")).toMatchObject({
    because: '"a vector without a direction"',
  });
});
