import { AnswerDraft } from "./answer-draft.ts";
import type { DialectRules } from "./dialects/dialect.ts";
import { EventStream, type StreamEvent } from "./event-stream.ts";
import { codeOfErrorInBody } from "./failure-codes.ts";
import { foreignErrorOf } from "./foreign-error.ts";
import { parseForeign } from "./parse-foreign.ts";

/** How the body says it is written. */
export interface BodyForm {
  readonly isEventStream: boolean;
  readonly charset: string;
}

/**
 * Reads a body into an answer as it comes in. What it is shows at its first character rather than in
 * its content type: servers answer a stream with a whole body, and errors with either.
 */
export class AnswerReader {
  readonly draft = new AnswerDraft();
  readonly #rules: DialectRules;
  readonly #form: BodyForm;
  readonly #decoder: InstanceType<typeof TextDecoder>;
  readonly #parts: string[] = [];
  readonly #events = new EventStream((event) => this.#readEvent(event));
  #kind: "unknown" | "stream" | "whole" = "unknown";

  constructor(rules: DialectRules, form: BodyForm) {
    this.#rules = rules;
    this.#form = form;
    this.#decoder = decoderOf(form.charset);
  }

  /** True for an answer that came as one piece of JSON. */
  get isWhole(): boolean {
    return this.#kind === "whole";
  }

  /** The stream said why it ended: what goes wrong after that takes nothing from the answer. */
  get hasFinish(): boolean {
    return this.#kind === "stream" && this.draft.finish !== null;
  }

  feed(bytes: Uint8Array): void {
    this.#feedText(this.#decoder.decode(bytes, { stream: true }));
  }

  /** The body is over, as it should be. */
  end(): void {
    this.#feedText(this.#decoder.decode());
    if (this.#kind === "whole") this.#readWhole(this.#parts.join(""));
    else if (this.#kind === "stream") this.#events.end();
    if (this.draft.fault === null) this.draft.fault = this.#missing();
  }

  #feedText(text: string): void {
    if (this.#kind === "unknown") this.#kind = this.#kindOf(text);
    if (this.#kind === "stream") this.#events.feed(text);
    else if (text !== "") this.#parts.push(text);
  }

  #kindOf(text: string): "unknown" | "stream" | "whole" {
    const first = text.trimStart()[0];
    if (first === undefined) return "unknown";
    if (first === "{" || first === "[") return "whole";
    return this.#form.isEventStream || "deir:".includes(first) ? "stream" : "whole";
  }

  #readEvent({ name, text }: StreamEvent): void {
    const { draft } = this;
    if (draft.isEnded || draft.fault !== null) return;
    if (text === "[DONE]") {
      draft.isEnded = true;
      return;
    }
    const parsed = parseForeign(text);
    if (parsed.ok) this.#readJson(parsed.json);
    else if (name === "error") draft.fault = { code: "error-in-body", message: text };
    else draft.fault = { code: "malformed-json", message: `an event is no JSON: ${text}` };
  }

  #readWhole(text: string): void {
    const parsed = parseForeign(text);
    if (parsed.ok) {
      for (const each of Array.isArray(parsed.json) ? parsed.json : [parsed.json])
        this.#readJson(each);
    } else if (parsed.isCutOff)
      this.draft.fault = { code: "truncated", message: "the body ends in the middle of its JSON" };
    else this.draft.fault = { code: "malformed-json", message: `the body is no JSON: ${text}` };
  }

  #readJson(json: unknown): void {
    const { draft } = this;
    try {
      const error = foreignErrorOf(json, { isCertain: false });
      if (error === undefined) this.#rules.read(json, draft);
      else draft.fault = { ...error, code: codeOfErrorInBody(error.names) };
    } catch {
      draft.fault = { code: "malformed-json", message: "JSON that cannot be taken apart" };
    }
  }

  /** What a body that was read to its end lacks to be an answer. */
  #missing(): AnswerDraft["fault"] {
    const { draft } = this;
    const isWhole = this.#kind === "whole";
    if (this.#kind === "unknown") return { code: "truncated", message: "the body is empty" };
    if (!isWhole && !draft.isEnded && draft.finish === null)
      return { code: "truncated", message: "the stream ends before the answer does" };
    if (!draft.hasChoice) return { code: "no-choices", message: "there is no answer in the body" };
    if (draft.pieces > 0) return null;
    const { normal, raw } = draft.answer().finish;
    return normal === "filtered"
      ? { code: "filtered", message: `nothing was written: ${raw}` }
      : { code: "empty-answer", message: `nothing was written; it ended with: ${raw}` };
  }
}

/** A name nobody knows is taken for UTF-8; bytes that fit no character become a replacement mark. */
function decoderOf(charset: string): InstanceType<typeof TextDecoder> {
  try {
    return new TextDecoder(charset);
  } catch {
    return new TextDecoder();
  }
}
