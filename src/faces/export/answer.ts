import { z } from "zod";
import { linksIn } from "./links-in.ts";

/** What stands at an address. It crosses threads, so it is plain. */
export const Answer = z.strictObject({
  status: z.int(),
  bytes: z.instanceof(Uint8Array),
  isPage: z.boolean(),
  /** Of a page: it has its end. */
  isWhole: z.boolean(),
  /** Of a page: the addresses it leads to. */
  links: z.array(z.string()).readonly(),
  /** Why it could not be drawn. */
  failure: z.string().optional(),
});

export type Answer = Readonly<z.output<typeof Answer>>;

/** Asks what stands at some addresses, and is told of each. */
export type Ask = (addresses: readonly string[]) => Promise<readonly Answer[]>;

/** What an app says. */
export async function answerOf(response: Response): Promise<Answer> {
  const { status } = response;
  const bytes = new Uint8Array(await response.arrayBuffer());
  const isPage = response.headers.get("Content-Type")?.startsWith("text/html") ?? false;
  if (!isPage) return { status, bytes, isPage, isWhole: true, links: [] };
  const html = new TextDecoder().decode(bytes);
  const isWhole = html.trimEnd().endsWith("</html>");
  return { status, bytes, isPage, isWhole, links: [...linksIn(html)] };
}
