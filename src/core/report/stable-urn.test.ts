import fc from "fast-check";
import { expect, test } from "vitest";
import { stableUrn } from "./stable-urn.ts";

test("is a UUID of version 8, the same for the same text", () => {
  expect(stableUrn("")).toBe("urn:uuid:6c62272e-07bb-8142-a2b8-21756295c58d");
  fc.assert(
    fc.property(fc.string(), fc.string(), (a, b) => {
      expect(stableUrn(a)).toMatch(
        /^urn:uuid:[0-9a-f]{8}-[0-9a-f]{4}-8[0-9a-f]{3}-[89ab][0-9a-f]{3}-[0-9a-f]{12}$/,
      );
      expect(stableUrn(a) === stableUrn(b)).toBe(a === b);
    }),
  );
});
