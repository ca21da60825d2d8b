import type { IncomingHttpHeaders } from "node:http";
import type { Attempt } from "../../core/runs/attempt.ts";
import type { Endpoint } from "../../core/runs/endpoint.ts";
import { type Failure, failureKinds } from "../../core/runs/failure.ts";
import type { Fault } from "./answer-draft.ts";
import { AnswerReader } from "./answer-reader.ts";
import type { Asked, AskOptions } from "./asked.ts";
import type { Clock } from "./clock.ts";
import type { DialectRules } from "./dialects/dialect.ts";
import type { EndpointAccess } from "./endpoint-access.ts";
import { errorBodyFault } from "./error-body.ts";
import { codeOfStatus } from "./failure-codes.ts";
import type { LoopLag } from "./loop-lag.ts";
import { RawExchange } from "./raw-exchange.ts";
import { redactedAnswer } from "./redacted-answer.ts";
import type { Redaction } from "./redaction.ts";
import { responseForm } from "./response-form.ts";
import { exhaustedMs, type HeaderFields, retryAfterMs } from "./retry-after.ts";
import { Stopwatch } from "./stopwatch.ts";
import type { TransferEnd, TransferListener, Wish } from "./transfer.ts";

interface ExchangeParts {
  readonly asking: AskOptions;
  readonly endpoint: Endpoint;
  readonly rules: DialectRules;
  readonly access: EndpointAccess;
  readonly redaction: Redaction;
  readonly clock: Clock;
  readonly lag: LoopLag;
  readonly body: string;
  readonly isUsageAsked: boolean;
  readonly rawLimitBytes: number;
}

/** More of what an endpoint says of an error is not read. */
const longestErrorBody = 64 * 1024;

/** One request and its answer: listens to the transfer, then says what came of it. */
export class Exchange implements TransferListener {
  readonly #parts: ExchangeParts;
  readonly #stopwatch: Stopwatch;
  readonly #raw: RawExchange;
  readonly #errorBody: Buffer[] = [];
  #errorBytes = 0;
  #status: number | null = null;
  #headers: HeaderFields = {};
  #reader: AnswerReader | undefined;
  #fault: Fault | null = null;
  #answeredAt: number | null = null;
  #lastByteAt = 0;

  constructor(parts: ExchangeParts) {
    this.#parts = parts;
    this.#stopwatch = new Stopwatch(parts.clock, parts.lag, parts.asking.dueAt);
    this.#raw = new RawExchange(parts.access, parts.body, parts.rawLimitBytes);
  }

  readonly onSent = (at: number): void => this.#stopwatch.sent(at);

  readonly onHead = (status: number, headers: IncomingHttpHeaders, at: number): Wish => {
    this.#stopwatch.byte(at);
    this.#status = status;
    this.#headers = headers;
    this.#raw.head(status, headers);
    const code = codeOfStatus(status);
    if (code === "redirected") {
      const message = `it sends to ${headers.location ?? "nowhere"}, and redirects are not followed`;
      this.#fault = { code, message };
      return "nothing";
    }
    if (code !== undefined) return "more";
    const form = responseForm(headers);
    if (form.ok) this.#reader = new AnswerReader(this.#parts.rules, form.value);
    else this.#fault = { code: "wrong-content-type", message: form.message };
    return "more";
  };

  readonly onBytes = (bytes: Buffer, at: number): Wish => {
    this.#raw.body(bytes);
    this.#lastByteAt = at;
    if (this.#reader === undefined) {
      this.#errorBytes += bytes.length;
      this.#errorBody.push(bytes);
      return this.#errorBytes > longestErrorBody ? "nothing" : "more";
    }
    const { draft } = this.#reader;
    const before = draft.pieces;
    this.#reader.feed(bytes);
    for (let piece = before; piece < draft.pieces; piece++) this.#stopwatch.content(at);
    if (draft.fault !== null) return "nothing";
    if (!draft.isEnded) return "more";
    this.#answeredAt ??= at;
    return "end";
  };

  conclude(end: TransferEnd): Asked {
    const { redaction, endpoint, asking, clock } = this.#parts;
    const fault = this.#faultOf(end);
    const draft = this.#reader?.draft;
    const answer = fault === null && draft !== undefined ? draft.answer() : null;
    const timings = this.#stopwatch.stop(this.#answeredAt ?? end.at, {
      isStreamAsked: endpoint.isStreamed,
      isWhole: this.#reader?.isWhole ?? false,
      characters: draft?.characters ?? 0,
    });
    const shown = answer === null ? null : redactedAnswer(answer, redaction);
    const epochMs = clock.epochMs();
    const attempt: Attempt = {
      cell: asking.cell,
      number: asking.number,
      outcome:
        shown === null
          ? { ok: false, failure: this.#failureOf(fault, epochMs) }
          : { ok: true, answer: shown.answer },
      timings,
      rawHash: null,
    };
    return {
      attempt,
      raw: this.#rawBytes(shown?.hasSecret ?? false),
      again: this.#againAfter(fault),
      exhaustedMs: exhaustedMs(this.#headers, epochMs),
    };
  }

  /** Null when there is an answer. */
  #faultOf(end: TransferEnd): Fault | null {
    const status = this.#status ?? 0;
    if (this.#fault?.code === "redirected") return this.#fault;
    const errorBody = Buffer.concat(this.#errorBody).toString("utf8");
    if (status >= 400) return errorBodyFault(status, errorBody);
    if (this.#fault !== null)
      return { ...this.#fault, message: `${this.#fault.message}: ${errorBody}` };
    const reader = this.#reader;
    if (!end.ok && this.#answeredAt === null) {
      if (end.code === "cancelled" || !reader?.hasFinish) return end;
      this.#answeredAt = this.#lastByteAt;
    }
    if (reader === undefined) return { code: "truncated", message: "there is no answer" };
    if (reader.draft.fault === null) {
      const before = reader.draft.pieces;
      reader.end();
      if (reader.draft.pieces > before) this.#stopwatch.content(end.at);
    }
    return reader.draft.fault;
  }

  #failureOf(fault: Fault | null, epochMs: number): Failure {
    const { code, message, retryAfterMs: asked } = fault ?? noAnswer;
    const isRateLimited = code === "rate-limited";
    return {
      code,
      status: this.#status,
      message: this.#parts.redaction.message(message),
      retryAfterMs: failureKinds[code].isRetried
        ? (asked ?? retryAfterMs(this.#headers, { epochMs, isRateLimited }))
        : null,
    };
  }

  #rawBytes(isBodyWithheld: boolean): Uint8Array | null {
    const { rawLimitBytes, redaction } = this.#parts;
    return rawLimitBytes > 0 ? this.#raw.bytes(redaction, isBodyWithheld) : null;
  }

  /** An idle connection may be closed just as it is used again: nobody has read the request then. */
  #againAfter(fault: Fault | null): Asked["again"] {
    const { asking, isUsageAsked } = this.#parts;
    if (fault?.code === "reset" && !this.#stopwatch.hasFirstByte && !asking.isFresh)
      return "on-a-fresh-connection";
    if (fault?.code === "bad-request" && isUsageAsked && usageOption.test(fault.message))
      return "without-usage";
    return null;
  }
}

const usageOption = /stream_options|include_usage/i;
const noAnswer: Fault = { code: "no-choices", message: "there is no answer" };
