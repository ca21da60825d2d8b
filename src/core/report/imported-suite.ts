import { counted } from "../compare/wording.ts";
import { cleanText } from "./clean-text.ts";

/** What another tool's configuration says and a suite does not. */
interface Left {
  readonly where: string;
  readonly what: string;
  readonly because: string;
}

const longest = 120;

/** What an imported suite leaves out, and why; a line each. */
export function notMappedText(left: readonly Left[]): string {
  if (left.length === 0) return "Everything in it is in the suite.\n";
  const lines = left.map(({ where, what, because }) => {
    const said = cleanText(what);
    const short = said.length > longest ? `${said.slice(0, longest)}…` : said;
    return `  ${cleanText(where)}: ${short}. ${capital(cleanText(because))}.`;
  });
  return [`Not in the suite: ${counted(left.length, "setting")}.`, ...lines, ""].join("\n");
}

/** Where the suite went, and the next step. */
export function importedSuiteText(file: string): string {
  return `Wrote ${file}. See what it would take: \`steelyard measure ${file} --dry-run\`\n`;
}

function capital(text: string): string {
  return text.charAt(0).toUpperCase() + text.slice(1);
}
