import { expect, test } from "vitest";
import { z } from "zod";
import { steelyard } from "./built-cli.ts";

const Found = z.object({
  routes: z.array(z.object({ route: z.string(), monthlyUsd: z.number().nullable() })),
});
const month = ["--traffic", "in=100M,out=10M,requests=10k", "--as-of", "2026-11-20"];
const find = ["find", "--model", "gpt-5.4", "--constraint", "provider=openai"];

function bill(argv: readonly string[]): number | null | undefined {
  const { stdout } = steelyard([...argv, ...month, "--format", "json"]);
  return Found.parse(JSON.parse(stdout)).routes.find(({ route }) => route === "openai/gpt-5.4")
    ?.monthlyUsd;
}

test("who must stay in a region pays what is asked there: 100 Mtok at $2.50 and 10 at $15, times 1.1", () => {
  expect(bill(find)).toBe(400);
  expect(bill([...find, "--constraint", "region=eu"])).toBe(440);
});

test("of several regions nobody knows which it will be", () => {
  expect(bill([...find, "--constraint", "region=eu,us"])).toBe(400);
});
