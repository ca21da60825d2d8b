import type { Answer, Usage } from "../../core/runs/attempt.ts";
import type { FailureCode } from "../../core/runs/failure.ts";
import { normalFinish } from "./finish-reason.ts";
import { splitThinking } from "./thinking.ts";
import { type ToolCallPiece, ToolCalls } from "./tool-calls.ts";

/** Why what was read is no answer. */
export interface Fault {
  readonly code: FailureCode;
  readonly message: string;
  readonly retryAfterMs?: number | null;
}

/** What has been read of an answer so far; dialects write into it. */
export class AnswerDraft {
  readonly #calls = new ToolCalls();
  #text = "";
  #reasoning = "";
  /** Pieces of content, reasoning or tool calls that were not empty. */
  pieces = 0;
  finish: string | null = null;
  usage: Usage | null = null;
  servedModel: string | null = null;
  fingerprint: string | null = null;
  provider: string | null = null;
  /** The place of the choice that is read, where several are sent. */
  choice: number | null = null;
  hasChoice = false;
  /** The endpoint said that nothing more follows. */
  isEnded = false;
  fault: Fault | null = null;

  say(text: string | null | undefined): void {
    if (!text) return;
    this.#text += text;
    this.pieces++;
  }

  reason(text: string | null | undefined): void {
    if (!text) return;
    this.#reasoning += text;
    this.pieces++;
  }

  call(piece: ToolCallPiece): void {
    if (this.#calls.add(piece)) this.pieces++;
  }

  callWhole(piece: ToolCallPiece): void {
    if (this.#calls.addWhole(piece)) this.pieces++;
  }

  fillEmptyArguments(): void {
    this.#calls.fillEmptyArguments();
  }

  get characters(): number {
    return this.#text.length + this.#reasoning.length;
  }

  answer(): Answer {
    const inline = this.#reasoning === "" ? splitThinking(this.#text) : undefined;
    return {
      text: inline?.text ?? this.#text,
      reasoning: inline?.reasoning ?? this.#reasoning,
      toolCalls: this.#calls.all(),
      finish: { raw: this.finish, normal: normalFinish(this.finish, this.#calls.count) },
      usage: this.usage,
      servedModel: this.servedModel,
      fingerprint: this.fingerprint,
      provider: this.provider,
    };
  }
}
