import { expect, test } from "vitest";
import { storeName } from "./store-name.ts";

test.each([
  [".steelyard/runs.db", ".steelyard/runs.db", "a file is called as it is"],
  [
    "postgres://me:secret@host:5432/runs?password=secret",
    "postgres://host:5432/runs",
    "no password",
  ],
  ["postgresql://host/runs#secret", "postgresql://host/runs", "nothing behind the database"],
])("%s is called %s: %s", (where, name) => {
  expect(storeName(where)).toBe(name);
});
