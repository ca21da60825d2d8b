import { expect, test } from "vitest";
import { threadCount } from "./thread-count.ts";

const gigabyte = 2 ** 30;

test.each([
  {
    because: "as many as the machine runs at once",
    pages: 11_000,
    cores: 4,
    gigabytes: 64,
    threads: 4,
  },
  {
    because: "no more than one process can write for",
    pages: 11_000,
    cores: 64,
    gigabytes: 64,
    threads: 8,
  },
  {
    because: "no more than there is memory for",
    pages: 11_000,
    cores: 8,
    gigabytes: 1,
    threads: 2,
  },
  { because: "none where memory is short", pages: 11_000, cores: 8, gigabytes: 0.1, threads: 1 },
  { because: "none for a handful of pages", pages: 150, cores: 8, gigabytes: 64, threads: 1 },
])("pages are drawn by threads: $because", ({ pages, cores, gigabytes, threads }) => {
  expect(threadCount(pages, { cores, freeBytes: gigabytes * gigabyte })).toBe(threads);
});
