import { cleanText } from "./clean-text.ts";
import { type Block, type Document, type Line, type TableBlock, tonedRuns } from "./document.ts";

/** The document as GitHub-flavoured Markdown. Text is escaped: nothing in it becomes markup. */
export function documentToMarkdown(document: Document): string {
  const parts = [
    `# ${inline(document.title)}`,
    ...(document.stamp === undefined ? [] : [inline(document.stamp)]),
    ...document.blocks.map(blockMarkdown),
  ];
  return `${parts.filter((part) => part !== "").join("\n\n")}\n`;
}

function blockMarkdown(block: Block): string {
  switch (block.kind) {
    case "heading":
      return `## ${inline(block.text)}`;
    case "lead":
      return block.lines.map((line) => `> ${paragraph(line)}`).join("\n>\n");
    case "paragraph":
      return paragraph(block.line);
    case "list":
      return block.lines.map((line) => `- ${paragraph(line)}`).join("\n");
    case "code":
      return codeMarkdown(block);
    case "figure":
      return `\`\`\`text\n${block.lines.map(fenced).join("\n")}\n\`\`\``;
    case "chart":
      return "";
    case "table":
      return tableMarkdown(block);
  }
}

/** The fence is longer than any run of the sign within. */
function codeMarkdown({ language, text }: Extract<Block, { readonly kind: "code" }>): string {
  const lines = text.replace(/\n$/, "").split("\n").map(cleanText);
  const runs = lines.flatMap((line) => line.match(/`+/g) ?? []);
  const fence = "`".repeat(Math.max(3, ...runs.map((run) => run.length + 1)));
  return [`${fence}${language}`, ...lines, fence].join("\n");
}
/** Nothing in a drawing can end its fence. */
const fenced = (line: string): string => cleanText(line).replaceAll("`", "'");

function tableMarkdown({ columns, rows }: TableBlock): string {
  const row = (cells: readonly string[]) => `| ${cells.join(" | ")} |`;
  return [
    row(columns.map((column) => inline(column.header))),
    row(columns.map((column) => (column.align === "right" ? "---:" : "---"))),
    ...rows.map((cells) => row(columns.map((_, index) => inline(cells[index] ?? "")))),
  ].join("\n");
}

/** A line that starts a block: signs that would make it a heading, a list or a rule are escaped. */
function paragraph(line: Line): string {
  return inline(line)
    .replace(/^(\s*)([#+=[-])/, "$1\\$2")
    .replace(/^(\s*\d+)([.)])/, "$1\\$2");
}

function inline(line: Line): string {
  const spans = tonedRuns(line);
  const texts = spans.map(({ text }) => cleanText(text));
  return spans
    .map(({ tone }, index) => {
      const [follows = ""] = texts.slice(index + 1).join("");
      const escaped = escapeInline(texts[index] ?? "", follows);
      return tone === "strong" ? bold(escaped) : escaped;
    })
    .join("")
    .trim();
}

/** Marks must touch the words they make bold, so the spaces go outside. */
function bold(text: string): string {
  const words = text.trim();
  return words === "" ? text : text.replace(words, () => `**${words}**`);
}

/** An address stays an address: escapes inside it would break it, so it goes between angle marks. */
function escapeInline(text: string, follows: string): string {
  return text
    .split(/(https?:\/\/[^\s<>"`|\\]*[^\s<>"`|\\.,;:!?)\]}'*_~])/)
    .map((part, index, parts) => {
      if (index % 2 === 1) return `<${part}>`;
      return escapeSigns(part, index === parts.length - 1 ? follows : "");
    })
    .join("");
}

/** Square brackets are a link only with what stands behind them, so only that is prevented. */
function escapeSigns(text: string, follows: string): string {
  return text
    .replace(/[\\`*_<>|~]/g, "\\$&")
    .replace(/&(?=#?\w+;)/g, "\\&")
    .replace(/\](?=[([:])/g, "\\]")
    .replace(/\]$/, /^[([:]/.test(follows) ? "\\]" : "]");
}
