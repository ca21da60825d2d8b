import { execFileSync } from "node:child_process";
import { mkdtempSync, readdirSync, rmSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { publint } from "publint";
import { formatMessage } from "publint/utils";

/** The package as it would be published, seen by those who install it: bundlers, Node, TypeScript. */
const folder = mkdtempSync(join(tmpdir(), "steelyard-package-"));
execFileSync("npm", ["pack", "--ignore-scripts", "--silent", "--pack-destination", folder]);
const [archive = ""] = readdirSync(folder);
const { messages, pkg } = await publint({ strict: true, pack: false });
for (const message of messages) console.error(formatMessage(message, pkg));
execFileSync("attw", [join(folder, archive), "--profile", "esm-only", "--format", "ascii"], {
  stdio: "inherit",
});
rmSync(folder, { recursive: true });
if (messages.length > 0) process.exitCode = 1;
