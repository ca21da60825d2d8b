import { expect, test } from "vitest";
import { z } from "zod";
import { steelyard } from "./built-cli.ts";

test("`route:` means the route alone, where a model has the same name", () => {
  const ask = (subject: string) => {
    const argv = ["explain", subject, "price.input", "--as-of", "2026-11-20", "--format", "json"];
    const { subjects } = z
      .object({ subjects: z.array(z.string()) })
      .parse(JSON.parse(steelyard(argv).stdout));
    return subjects;
  };
  expect(ask("route:openai/gpt-5.4")).toEqual(["route:openai/gpt-5.4"]);
  expect(ask("openai/gpt-5.4").length).toBeGreaterThan(2);
  expect(steelyard(["explain", "route:openai/gpt-99"]).exitCode).toBe(2);
});
