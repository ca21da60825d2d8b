import { jsonText } from "../../core/report/json-text.ts";
import { documentToMarkdown } from "../../core/report/markdown.ts";
import { documentToText } from "../../core/report/text.ts";
import type { Answer, ReportOptions } from "../../operations/operation.ts";

/** What every operation can be answered as. */
export const commonFormats = ["json", "markdown", "text"] as const;

const utf8 = "; charset=utf-8";

const mediaTypes: Readonly<Record<string, string>> = {
  json: "application/json",
  markdown: "text/markdown",
  text: "text/plain",
  sarif: "application/sarif+json",
  atom: "application/atom+xml",
};

/** The media type of a format; one that this table does not know is plain text. */
export function mediaTypeOf(format: string): string {
  return mediaTypes[format] ?? "text/plain";
}

export function contentTypeOf(format: string): string {
  const type = mediaTypeOf(format);
  return type.endsWith("json") ? type : `${type}${utf8}`;
}

export interface View extends ReportOptions {
  readonly format: string;
}

export function answerText(answer: Answer<unknown>, { format, ...options }: View): string {
  switch (format) {
    case "json":
      return jsonText(answer.value);
    case "markdown":
      return documentToMarkdown(answer.report(options));
    case "text":
      return documentToText(answer.report(options), { width: 80 });
    default:
      return answer.print(format) ?? "";
  }
}
