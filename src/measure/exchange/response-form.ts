import type { BodyForm } from "./answer-reader.ts";
import { fieldOf, type HeaderFields } from "./retry-after.ts";

/** What the head says of the body: a form that can be read, or why it cannot. */
export type ResponseForm =
  | { readonly ok: true; readonly value: BodyForm }
  | { readonly ok: false; readonly message: string };

/** A body without a type is looked at; one that calls itself something else is not an answer. */
export function responseForm(headers: HeaderFields): ResponseForm {
  const encoding = fieldOf(headers, "content-encoding") ?? "identity";
  if (encoding !== "identity" && encoding !== "")
    return { ok: false, message: `content-encoding ${encoding}, which was not accepted` };
  const written = (fieldOf(headers, "content-type") ?? "").slice(0, longestField).toLowerCase();
  const type = written.split(";")[0]?.trim() ?? "";
  if (!readableTypes.test(type)) return { ok: false, message: type };
  const charset = /;\s*charset\s*=\s*"?([\w:.+-]+)/.exec(written)?.[1] ?? "utf-8";
  return { ok: true, value: { isEventStream: type === "text/event-stream", charset } };
}

const longestField = 200;
const readableTypes = /^(?:|text\/event-stream|text\/json|application\/(?:[\w.-]+\+)?json)$/;
