import { describe, expect, it } from "vitest";
import { runReader } from "../../src/measure/reports/run-reader.ts";
import { smallServer } from "../api/small-api.ts";
import { measuredStore, twoEndpoints } from "../builders/measured-store.ts";
import { promptOf } from "../builders/suite-of.ts";
import { smallCatalog } from "../cli/small-catalog.ts";
import { depsWith, exported, filesIn, newFolder } from "../export/exported.ts";

const hostile = `<script>alert(1)</script> https://evil.example/?x "quoted"\nsecond line`;

/** A run whose prompts and answers are as bad as they come. */
const { store, run } = await measuredStore(
  { ...twoEndpoints(1), prompts: ["a", "b", "c"].map((id) => promptOf(id, `${hostile} ${id}`)) },
  ({ endpoint, prompt }) => ({
    text: `${endpoint} answers ${hostile}`,
    score: endpoint === "now" || prompt === "a" ? 1 : 0,
  }),
);
const reader = { ...runReader(store, "runs.db"), close: async () => {} };
const runs = async () => ({ ok: true, value: reader }) as const;
const assets = { styles: "/s.css", script: "/s.js", theme: "/t.js" };
const web = { site: { origin: "", stamp: "small", assets }, files: new Map() };

describe("a server that shows runs", () => {
  const app = smallServer({ web, withRuns: true }, { runs });
  const page = async (path: string) => app.request(path, { headers: { Accept: "text/html" } });

  it("lists them beside the own facts, each with its page", async () => {
    const answer = await page("/evidence");
    expect(await answer.text()).toContain(`<a href="/evidence/${run.id}">`);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it("shows what was asked and answered as text: nothing in it is followed or run", async () => {
    const answer = await page(`/evidence/${run.id}`);
    const text = await answer.text();
    expect(answer.status).toBe(200);
    expect(text).toContain("&lt;script&gt;alert(1)&lt;/script&gt; https://evil.example/?x");
    expect(text).not.toContain("<script>alert");
    expect(text).not.toContain('href="https://evil.example');
    expect(text).toContain("\nsecond line");
  });

  it("draws the difference, the latency and the cost without a script", async () => {
    const text = await (await page(`/evidence/${run.id}`)).text();
    expect(text.match(/<figure class="chart chart-dots">/g)).toHaveLength(3);
  });

  it.each(["/v1/runs", `/v1/run?run=${run.id}`])("answers %s anew each time", async (path) => {
    const answer = await app.request(path);
    expect(answer.status).toBe(200);
    expect(answer.headers.get("Cache-Control")).toBe("no-store");
  });

  it.each(["/v1/runs", `/v1/run?run=${run.id}`, "/v1/models?limit=1"])(
    "lets no page of another site read %s",
    async (path) => {
      const answer = await app.request(path, { headers: { Origin: "https://other.example" } });
      expect(answer.headers.get("Access-Control-Allow-Origin")).toBeNull();
    },
  );

  it.each([
    ["/evidence/nobody", 404],
    ["/v1/run?run=nobody", 404],
    ["/v1/runs?store=/etc/passwd", 403],
  ])("refuses %s", async (path, status) => {
    expect((await page(path)).status).toBe(status);
  });
});

describe("a server that was not told to show runs", () => {
  const app = smallServer({ web }, { runs });

  it.each([`/evidence/${run.id}`, "/v1/runs", `/v1/run?run=${run.id}`])(
    "opens none of them at %s",
    async (path) => {
      const answer = await app.request(path, { headers: { Accept: "text/html" } });
      expect(answer.status).toBe(403);
      expect(await answer.text()).not.toContain("evil.example");
    },
  );

  it("takes no run as a file of results", async () => {
    const answer = await app.request(`/v1/paired?files=run:${run.id}`);
    expect(answer.status).toBe(403);
  });

  it("does not name them among the own evidence", async () => {
    const text = await (
      await app.request("/evidence", { headers: { Accept: "text/html" } })
    ).text();
    expect(text).not.toContain(run.id);
  });
});

describe("an exported site", () => {
  const deps = { ...depsWith(smallCatalog), runs };

  it.each([
    [true, "holds"],
    [false, "does not hold"],
  ])("told to draw runs: %s, %s them", async (told) => {
    const folder = newFolder();
    const { ended } = await exported(deps, { folder, pairs: "none", runs: told });
    expect(ended).toBe(0);
    const all = [...filesIn(folder)];
    expect(all.some(([file]) => file.includes(run.id))).toBe(told);
    expect(all.some(([, text]) => text.includes("evil.example"))).toBe(told);
  });
});
