import { expect, test } from "vitest";
import { z } from "zod";
import { steelyard } from "./built-cli.ts";

const Switched = z.object({
  from: z.object({ route: z.string().nullable() }),
  switching: z.array(
    z.object({
      from: z.string(),
      items: z.array(z.object({ code: z.string(), severity: z.string() })),
    }),
  ),
});

const must = "not-retiring-before=2027-06-30";
const asked = ["--constraint", must, "--as-of", "2026-11-20", "--format", "json"];

test("a model that is left may fail the musts: it keeps its route and its bill", () => {
  const { exitCode, stdout } = steelyard(["switch", "gpt-4.1", "gpt-5.4-mini", ...asked]);
  expect(exitCode).toBe(0);
  const { from, switching } = Switched.parse(JSON.parse(stdout));
  expect(from.route).toBe("openai/gpt-4.1");
  const severities = switching.map(({ items }) => items.map(({ severity }) => severity));
  expect(severities[0]).not.toContain("blocker");
  expect(severities[1]).toContain("blocker");
});

test("the model to be used may not", () => {
  const { stdout } = steelyard(["switch", "gpt-5.4-mini", "gpt-4.1", ...asked]);
  const { switching } = Switched.parse(JSON.parse(stdout));
  expect(switching[0]?.items[0]?.severity).toBe("blocker");
});
