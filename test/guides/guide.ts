/** A guide taken apart: text that stays as it is, files to write, commands to replay. */
export type GuidePart =
  | { readonly kind: "text"; readonly text: string }
  | {
      readonly kind: "file";
      readonly text: string;
      readonly name: string;
      readonly content: string;
    }
  | { readonly kind: "console"; readonly commands: readonly string[] };

const fence = /^(`{3,})([^\n`]*)\n([\s\S]*?)^\1[ \t]*\n/gm;

export function parseGuide(markdown: string): readonly GuidePart[] {
  const parts: GuidePart[] = [];
  let end = 0;
  for (const match of markdown.matchAll(fence)) {
    const [whole, , heading = "", content = ""] = match;
    parts.push({ kind: "text", text: markdown.slice(end, match.index) });
    parts.push(partOf(whole, heading.trim(), content));
    end = match.index + whole.length;
  }
  return [...parts, { kind: "text", text: markdown.slice(end) }];
}

function partOf(whole: string, heading: string, content: string): GuidePart {
  const name = /\btitle="([^"]+)"/.exec(heading)?.[1];
  if (name !== undefined) return { kind: "file", text: whole, name, content };
  if (heading !== "console") return { kind: "text", text: whole };
  const commands = [...content.matchAll(/^\$ (.*)$/gm)].map(([, command = ""]) => command);
  return { kind: "console", commands };
}

export interface Said {
  readonly exitCode: number;
  readonly stdout: string;
  readonly stderr: string;
}

/** The block again, with what its commands say now. */
export function consoleBlock(said: readonly (Said & { readonly command: string })[]): string {
  const printed = said.map(({ command, stdout, stderr, exitCode }) => {
    const ended = stdout === "" || stdout.endsWith("\n") ? stdout : `${stdout}\n`;
    const errors = stderr.replace(/^(?=.)/gm, "! ");
    const code = exitCode === 0 ? "" : `(exit code ${exitCode})\n`;
    return `$ ${command}\n${ended}${errors}${code}`;
  });
  return `\`\`\`console\n${printed.join("\n")}\`\`\`\n`;
}

/** Words as a shell splits them, with single and double quotes. */
export function shellWords(command: string): readonly string[] {
  return [...command.matchAll(/(?:"[^"]*"|'[^']*'|[^\s"'])+/g)].map(([word]) =>
    word.replace(/"([^"]*)"|'([^']*)'/g, (_, double = "", single = "") => double + single),
  );
}
