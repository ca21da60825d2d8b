import { serveStdio } from "@modelcontextprotocol/server/stdio";
import { z } from "zod";
import type { Outcome } from "../../core/problems/problem.ts";
import { cleanText } from "../../core/report/clean-text.ts";
import { AsOf, Facts } from "../../operations/inputs.ts";
import type { Deps } from "../../operations/operation.ts";
import { mcpServers } from "./server.ts";

const Fields = z.object({ facts: Facts.optional(), asOf: AsOf.optional() });

interface McpIo {
  readonly stderr: { write(text: string): unknown };
  readonly version: string;
}

/** Answers one agent over standard input and output until it hangs up. Only the protocol is printed there. */
export async function mcp(
  fields: Readonly<Record<string, unknown>>,
  io: McpIo,
  deps: Deps,
): Promise<Outcome<number>> {
  const asked = Fields.safeParse(fields);
  if (!asked.success) {
    const [issue] = asked.error.issues;
    const [where, expected] = [issue?.path.join(".") ?? "", issue?.message ?? ""];
    return { ok: false, problem: { code: "invalid-input", where, expected } };
  }
  const reportBug = (error: unknown) => io.stderr.write(`steelyard: ${bugText(error)}\n`);
  const opened = await deps.catalog(asked.data.facts ?? []);
  if (!opened.ok) return opened;
  const ended = hangUp();
  const served = serveStdio(mcpServers(deps, { ...asked.data, version: io.version, reportBug }), {
    onerror: ({ message }) => io.stderr.write(`steelyard: ${cleanText(message)}\n`),
  });
  await ended;
  await served.close();
  return { ok: true, value: 0 };
}

/** Where it happened; a line of it is a line. */
function bugText(error: unknown): string {
  const text = error instanceof Error ? (error.stack ?? error.message) : String(error);
  return text.split("\n").map(cleanText).join("\n");
}

/** The other side closed its end, or somebody asks us to stop. */
function hangUp(): Promise<void> {
  return new Promise((resolve) => {
    for (const event of ["end", "close", "error"]) process.stdin.once(event, () => resolve());
    for (const signal of ["SIGTERM", "SIGINT", "SIGHUP"]) process.once(signal, () => resolve());
  });
}
