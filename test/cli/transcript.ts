import type { Ran } from "./run-line.ts";

/** One command of a transcript: the prose above it, the command, what it printed. */
export interface TranscriptPart {
  readonly prose: string;
  readonly command: string;
  readonly argv: readonly string[];
}

const block = /```console\n\$ (steelyard[^\n]*)\n[\s\S]*?```\n/g;

export function parseTranscript(markdown: string): readonly TranscriptPart[] {
  let end = 0;
  return [...markdown.matchAll(block)].map((match) => {
    const [whole, command = ""] = match;
    const prose = markdown.slice(end, match.index).trim();
    end = match.index + whole.length;
    return { prose, command, argv: wordsOf(command).slice(1) };
  });
}

/** Standard error stands after a mark; an exit code other than 0 on the last line. */
export function printTranscript(parts: readonly (TranscriptPart & Ran)[]): string {
  const printed = parts.map(({ prose, command, stdout, stderr, exitCode }) => {
    const errors = stderr.replace(/^(?=.)/gm, "! ");
    const end = exitCode === 0 ? "" : `(exit code ${exitCode})\n`;
    return `${prose === "" ? "" : `${prose}\n\n`}\`\`\`console\n$ ${command}\n${stdout}${errors}${end}\`\`\`\n`;
  });
  return printed.join("\n");
}

/** Words as a shell would split them; double quotes keep spaces. */
function wordsOf(command: string): readonly string[] {
  return [...command.matchAll(/"([^"]*)"|(\S+)/g)].map(([, quoted, bare]) => quoted ?? bare ?? "");
}
