import { expect, test } from "vitest";
import { scan } from "../../src/operations/scan.ts";
import { openCatalog } from "../../src/store/compiled-catalog.ts";
import { depsOf } from "../builders/deps-of.ts";

test.each`
  name                                            | status          | retiresOn
  ${"gpt-4-turbo"}                                | ${"retired"}    | ${"2026-10-23"}
  ${"gpt-3.5-turbo-0125"}                         | ${"retired"}    | ${"2026-10-23"}
  ${"o3-mini"}                                    | ${"retired"}    | ${"2026-10-23"}
  ${"gpt-4.1-2025-04-14"}                         | ${"deprecated"} | ${"2027-01-14"}
  ${"claude-3-opus-20240229"}                     | ${"retired"}    | ${"2026-01-05"}
  ${"claude-3-haiku-20240307"}                    | ${"retired"}    | ${"2026-04-20"}
  ${"claude-3-7-sonnet-latest"}                   | ${"retired"}    | ${"2026-02-19"}
  ${"us.anthropic.claude-sonnet-4-20250514-v1:0"} | ${"retired"}    | ${"2026-06-15"}
  ${"models/gemini-1.5-pro"}                      | ${"retired"}    | ${"2025-09-24"}
  ${"gemini-2.0-flash-001"}                       | ${"retired"}    | ${"2026-06-01"}
  ${"gemini-2.5-pro"}                             | ${"deprecated"} | ${"2026-12-01"}
  ${"groq/llama-3.3-70b-versatile"}               | ${"retired"}    | ${"2026-08-16"}
  ${"grok-code-fast-1"}                           | ${"retired"}    | ${"2026-05-15"}
`("the catalog knows the end of $name", async ({ name, status, retiresOn }) => {
  const text = `model = "${name}"`;
  const deps = depsOf({
    catalog: async () => ({ ok: true, value: await openCatalog() }),
    readCode: async (_paths, visit) => {
      visit({ file: "a.py", bytes: new TextEncoder().encode(text), text: () => text });
      const nothing = { binary: 0, generated: 0, links: 0, tooLarge: [], unreadable: [] };
      return { ok: true, value: nothing };
    },
  });
  const outcome = await scan.run({ asOf: "2026-11-20" }, deps);
  expect(outcome).toMatchObject({ ok: true, value: { found: [{ status, retiresOn }] } });
});
