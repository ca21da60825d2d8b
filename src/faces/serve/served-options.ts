import { z } from "zod";
import { parsedInput } from "../../core/problems/parsed-input.ts";
import type { Outcome } from "../../core/problems/problem.ts";
import { SiteOrigin } from "../../core/report/site-origin.ts";

const asPort = "Expected a port from 0 to 65535";
const asFiles = "Expected the name of a file";

const ServedFields = z.strictObject({
  port: z
    .int({ error: asPort })
    .min(0, { error: asPort })
    .max(65_535, { error: asPort })
    .default(4400),
  host: z.string().min(1, { error: "Expected an address such as 127.0.0.1" }).default("127.0.0.1"),
  allowedHosts: z.array(z.string().min(1, { error: "Expected the name of a host" })).default([]),
  facts: z.array(z.string().min(1, { error: asFiles })).default([]),
  records: z.string().min(1, { error: "Expected the name of a folder" }).optional(),
  runs: z.boolean().default(false),
  site: SiteOrigin.default(""),
  asOf: z.iso.date({ error: "Expected a day that exists, such as 2026-11-20" }).optional(),
});

/** How a server is asked for on the command line. */
export type ServedFields = z.output<typeof ServedFields>;

export function parseServed(fields: unknown): Outcome<ServedFields> {
  return parsedInput(ServedFields, fields, "serve");
}

const loopback = ["localhost", "127.0.0.1", "[::1]", "::1"];

/** Names to answer for. A server open to others is asked by names it cannot know, unless they are told. */
export function hostsOf({
  host,
  allowedHosts,
}: Pick<ServedFields, "host" | "allowedHosts">): readonly string[] | undefined {
  const isOpen = !loopback.includes(host) && allowedHosts.length === 0;
  return isOpen ? undefined : [...loopback, host, ...allowedHosts];
}
