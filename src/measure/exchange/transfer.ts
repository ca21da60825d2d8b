import type { IncomingHttpHeaders } from "node:http";
import type { Dispatcher } from "undici";
import type { EndpointLimits } from "../../core/runs/endpoint.ts";
import type { FailureCode } from "../../core/runs/failure.ts";
import type { Clock } from "./clock.ts";
import { codeOfWorld } from "./failure-codes.ts";
import { Watchdog } from "./watchdog.ts";

/** How long the end of a connection is waited for once the answer is complete. */
const closingMs = 250;

/** What is wanted of the rest of a body: all of it; its end, soon; nothing. */
export type Wish = "more" | "end" | "nothing";

/** Told of everything as it comes, with the milliseconds of the clock. */
export interface TransferListener {
  readonly onSent: (at: number) => void;
  readonly onHead: (status: number, headers: IncomingHttpHeaders, at: number) => Wish;
  readonly onBytes: (bytes: Buffer, at: number) => Wish;
}

export interface TransferOrder {
  readonly path: string;
  readonly headers: Readonly<Record<string, string>>;
  readonly body: string;
  readonly limits: EndpointLimits;
  readonly clock: Clock;
  readonly signal: AbortSignal | undefined;
}

/** How a transfer ended: as far as it was wanted, or by a failure. */
export type TransferEnd =
  | { readonly ok: true; readonly at: number }
  | {
      readonly ok: false;
      readonly at: number;
      readonly code: FailureCode;
      readonly message: string;
    };

/** Sends one request and reads one answer, within its limits whatever the endpoint does. */
export function transfer(
  dispatcher: Dispatcher,
  order: TransferOrder,
  listener: TransferListener,
): Promise<TransferEnd> {
  return new Promise((resolve) => new Transfer(order, listener, resolve).start(dispatcher));
}

type Phase = "waiting" | "sent" | "reading" | "closing";

class Transfer {
  readonly #order: TransferOrder;
  readonly #listener: TransferListener;
  readonly #watchdog: Watchdog;
  #resolve: ((end: TransferEnd) => void) | undefined;
  #controller: Dispatcher.DispatchController | undefined;
  #phase: Phase = "waiting";
  #phaseEndsAt = 0;
  #totalEndsAt: number;
  #bytes = 0;

  constructor(order: TransferOrder, listener: TransferListener, resolve: (e: TransferEnd) => void) {
    this.#order = order;
    this.#listener = listener;
    this.#resolve = resolve;
    this.#watchdog = new Watchdog(order.clock, () => this.#passed());
    this.#totalEndsAt = order.clock.now() + order.limits.totalTimeoutMs;
    this.#enter("waiting", this.#totalEndsAt);
  }

  start(dispatcher: Dispatcher): void {
    const { path, headers, body, signal } = this.#order;
    if (signal?.aborted) {
      this.#cancel();
      return;
    }
    signal?.addEventListener("abort", this.#cancel);
    dispatcher.dispatch(
      { method: "POST", path, headers, body, headersTimeout: 0, bodyTimeout: 0 },
      {
        onRequestStart: (controller) => this.#begin(controller),
        onResponseStart: (_, status, fields) => this.#head(status, fields),
        onResponseData: (_, bytes) => this.#read(bytes),
        onResponseEnd: () => this.#end(),
        onResponseError: (_, error) => this.#fail(codeOfWorld(error), wordsOf(error)),
      },
    );
  }

  readonly #cancel = () => this.#fail("cancelled", "cancelled");

  /** A request that waited for a free connection may be over before it is sent. */
  #begin(controller: Dispatcher.DispatchController): void {
    this.#controller = controller;
    if (this.#resolve === undefined) {
      controller.abort(new Error("over before it was sent"));
      return;
    }
    const { clock, limits } = this.#order;
    const at = clock.now();
    this.#totalEndsAt = at + limits.totalTimeoutMs;
    this.#enter("sent", at + limits.firstByteTimeoutMs);
    this.#listener.onSent(at);
  }

  #head(status: number, headers: IncomingHttpHeaders): void {
    if (this.#resolve === undefined || status < 200) return;
    const at = this.#order.clock.now();
    this.#follow(this.#listener.onHead(status, headers, at), at);
  }

  #read(bytes: Buffer): void {
    if (this.#resolve === undefined) return;
    const { clock, limits } = this.#order;
    const at = clock.now();
    this.#bytes += bytes.length;
    if (this.#bytes > limits.maxBodyBytes) {
      this.#fail("too-large", `the answer has more than ${limits.maxBodyBytes} bytes`);
      return;
    }
    if (this.#phase !== "closing") this.#enter("reading", at + limits.idleTimeoutMs);
    this.#follow(this.#listener.onBytes(bytes, at), at);
  }

  #follow(wish: Wish, at: number): void {
    if (wish === "nothing") this.#succeed(at);
    else if (wish === "end" && this.#phase !== "closing") this.#enter("closing", at + closingMs);
  }

  #enter(phase: Phase, endsAt: number): void {
    this.#phase = phase;
    this.#phaseEndsAt = endsAt;
    this.#watchdog.set(Math.min(endsAt, this.#totalEndsAt));
  }

  #passed(): void {
    const { limits, clock } = this.#order;
    if (this.#phase === "closing") this.#succeed(clock.now());
    else if (this.#totalEndsAt <= this.#phaseEndsAt)
      this.#fail("total-timeout", `no end within ${limits.totalTimeoutMs} ms`);
    else if (this.#phase === "sent")
      this.#fail("first-byte-timeout", `no answer within ${limits.firstByteTimeoutMs} ms`);
    else this.#fail("stalled", `silent for ${limits.idleTimeoutMs} ms in the middle of the answer`);
  }

  /** Nothing is left to give up: the connection is free for the next request. */
  #end(): void {
    this.#controller = undefined;
    this.#succeed(this.#order.clock.now());
  }

  #succeed(at: number): void {
    this.#settle({ ok: true, at });
  }

  #fail(code: FailureCode, message: string): void {
    this.#settle({ ok: false, at: this.#order.clock.now(), code, message });
  }

  /** What is still to come is not waited for: the connection is given up with it. */
  #settle(end: TransferEnd): void {
    const resolve = this.#resolve;
    if (resolve === undefined) return;
    this.#resolve = undefined;
    this.#watchdog.stop();
    this.#order.signal?.removeEventListener("abort", this.#cancel);
    resolve(end);
    this.#controller?.abort(new Error("no more is wanted"));
  }
}

function wordsOf(error: unknown): string {
  if (error instanceof AggregateError && error.message === "") return wordsOf(error.errors[0]);
  return error instanceof Error ? error.message : String(error);
}
