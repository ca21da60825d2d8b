import type { Hono } from "hono";
import { filtered } from "../guides/filtered.ts";
import { consoleBlock, parseGuide, shellWords } from "../guides/guide.ts";

/** A page as it reads when its requests are answered by an app now. */
export async function replayRequests(markdown: string, app: Hono): Promise<string> {
  const printed: string[] = [];
  for (const part of parseGuide(markdown)) {
    if (part.kind !== "console") {
      printed.push(part.text);
      continue;
    }
    const said = [];
    for (const command of part.commands) {
      const [first = "", filter] = command.split(" | ");
      const stdout = await curl(shellWords(first), app);
      const kept = filter === undefined ? { stdout } : filtered(stdout, shellWords(filter));
      said.push({ command, exitCode: 0, stderr: "", stdout: kept.stdout });
    }
    printed.push(consoleBlock(said));
  }
  return printed.join("");
}

/** What `curl` would print, for the few options that the page uses. */
async function curl([name = "", ...words]: readonly string[], app: Hono): Promise<string> {
  if (name !== "curl") throw new Error(`The page runs \`${name}\`, which its test does not know.`);
  const headers = new Headers();
  let [address, body, shown]: (string | undefined)[] = [];
  for (let index = 0; index < words.length; index++) {
    const word = words[index] ?? "";
    const next = () => words[++index] ?? "";
    if (word === "-H") {
      const [header = "", value = ""] = next().split(": ");
      headers.set(header, value);
    } else if (word === "-d") body = next();
    else if (word === "-o") next();
    else if (word === "-w") shown = next();
    else if (word !== "-s") address = word;
  }
  const method = body === undefined ? "GET" : "POST";
  const response = await app.request(`http://${address}`, {
    method,
    headers,
    ...(body !== undefined && { body }),
  });
  return shown === undefined ? response.text() : String(response.status);
}
