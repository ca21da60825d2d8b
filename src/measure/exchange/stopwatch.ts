import { mostChunks, type Timings } from "../../core/runs/attempt.ts";
import type { Clock } from "./clock.ts";
import type { LagWatch, LoopLag } from "./loop-lag.ts";

/** So short a text may come at once though it is streamed. */
const shortText = 40;

/** Takes the times of one attempt. */
export class Stopwatch {
  readonly #clock: Clock;
  readonly #dueAt: number;
  readonly #lag: LoopLag;
  readonly #chunkMs: number[] = [];
  #watch: LagWatch;
  #sentAt: number;
  #sentEpochMs: number;
  #firstByteAt: number | null = null;
  #firstContentAt: number | null = null;
  #lastContentAt = 0;

  constructor(clock: Clock, lag: LoopLag, dueAt: number) {
    this.#clock = clock;
    this.#dueAt = dueAt;
    this.#lag = lag;
    this.#watch = lag.begin();
    this.#sentAt = clock.now();
    this.#sentEpochMs = clock.epochMs();
  }

  get hasFirstByte(): boolean {
    return this.#firstByteAt !== null;
  }

  /** The wait for a connection is over: from here on it is latency. */
  sent(at: number): void {
    this.#watch.end();
    this.#watch = this.#lag.begin();
    this.#sentAt = at;
    this.#sentEpochMs = this.#clock.epochMs();
  }

  byte(at: number): void {
    this.#firstByteAt ??= at;
  }

  content(at: number): void {
    this.#firstContentAt ??= at;
    this.#lastContentAt = at;
    if (this.#chunkMs.length < mostChunks) this.#chunkMs.push(at - this.#sentAt);
  }

  /** Ends the watch; `characters` are those of the answer, `isWhole` that it came as one piece. */
  stop(
    endAt: number,
    came: {
      readonly isStreamAsked: boolean;
      readonly isWhole: boolean;
      readonly characters: number;
    },
  ): Timings {
    const endMs = Math.max(0, endAt - this.#sentAt);
    const first = this.#firstContentAt;
    const isAtOnce =
      first !== null &&
      this.#lastContentAt - first <= 1 + endMs / 50 &&
      came.characters > shortText;
    return {
      sentAt: new Date(this.#sentEpochMs).toISOString(),
      queuedMs: Math.max(0, this.#sentAt - this.#dueAt),
      firstByteMs: this.#firstByteAt === null ? null : this.#firstByteAt - this.#sentAt,
      firstContentMs: first === null ? null : first - this.#sentAt,
      endMs,
      chunkMs: this.#chunkMs,
      loopLagMs: this.#watch.end(),
      isBurst: came.isStreamAsked && first !== null && (came.isWhole || isAtOnce),
    };
  }
}
