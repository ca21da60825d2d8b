import { existsSync, readFileSync, statSync } from "node:fs";
import { createServer } from "node:http";
import { join } from "node:path";

const types: Readonly<Record<string, string>> = {
  css: "text/css",
  html: "text/html",
  js: "text/javascript",
  json: "application/json",
  svg: "image/svg+xml",
};

export interface FileHost {
  readonly origin: string;
  readonly stop: () => void;
}

/** Shows a folder as any plain host does: files, the index of a folder, and nothing else. */
export async function hostFiles(folder: string): Promise<FileHost> {
  const server = createServer(({ method, url = "/" }, response) => {
    const { pathname, search } = new URL(url, "http://host");
    const file = join(folder, decodeURIComponent(pathname));
    if (method !== "GET" && method !== "HEAD") return response.writeHead(405).end();
    if (!existsSync(file)) return response.writeHead(404).end();
    const isFolder = statSync(file).isDirectory();
    if (isFolder && !pathname.endsWith("/")) {
      return response.writeHead(301, { Location: `${pathname}/${search}` }).end();
    }
    const shown = isFolder ? join(file, "index.html") : file;
    const ending = shown.slice(shown.lastIndexOf(".") + 1);
    response.writeHead(200, { "Content-Type": types[ending] ?? "text/plain" });
    return response.end(method === "HEAD" ? undefined : readFileSync(shown));
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const address = server.address();
  const port = typeof address === "object" && address !== null ? address.port : 0;
  return { origin: `http://127.0.0.1:${port}`, stop: () => server.close() };
}
