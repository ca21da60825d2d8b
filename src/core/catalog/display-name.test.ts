import { expect, test } from "vitest";
import { displayName, nameFromSlug } from "./display-name.ts";

test.each`
  listed                         | name                     | because
  ${"OpenAI: GPT-4.1"}           | ${"GPT-4.1"}             | ${"a vendor in front is the seller's mark"}
  ${"GPT-4.1 (batch)"}           | ${"GPT-4.1"}             | ${"a service tier is no part of the name"}
  ${"Claude Haiku 4.5 (latest)"} | ${"Claude Haiku 4.5"}    | ${"nor is the word latest"}
  ${"Claude Opus 5 (EU)"}        | ${"Claude Opus 5"}       | ${"nor a region"}
  ${"Command R (08-2024)"}       | ${"Command R (08-2024)"} | ${"a date in the maker's own name stays"}
`("$because: $listed", ({ listed, name }) => {
  expect(displayName(listed)).toBe(name);
});

test.each`
  slug                    | name
  ${"llama-2-70b"}        | ${"Llama 2 70B"}
  ${"gpt-3.5-turbo"}      | ${"GPT-3.5 Turbo"}
  ${"mixtral-8x22b-v0.1"} | ${"Mixtral 8x22B v0.1"}
  ${"o1-preview"}         | ${"o1 Preview"}
`("$slug is shown as $name", ({ slug, name }) => {
  expect(nameFromSlug(slug)).toBe(name);
});
