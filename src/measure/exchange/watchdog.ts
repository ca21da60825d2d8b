import type { Clock } from "./clock.ts";

const longestTimerMs = 2 ** 31 - 1;

/**
 * Calls out when a deadline has passed. Moving the deadline later costs nothing: the one timer looks
 * again when it fires. What had come before the deadline and was not read yet is read first, so that
 * our own busy loop is not taken for a silent endpoint.
 */
export class Watchdog {
  readonly #clock: Clock;
  readonly #onPassed: () => void;
  #timer: NodeJS.Timeout | undefined;
  #deadline = Number.POSITIVE_INFINITY;
  #firesAt = Number.POSITIVE_INFINITY;
  #isStopped = false;

  constructor(clock: Clock, onPassed: () => void) {
    this.#clock = clock;
    this.#onPassed = onPassed;
  }

  /** In milliseconds of the clock's `now`. */
  set(deadline: number): void {
    this.#deadline = deadline;
    if (deadline < this.#firesAt) this.#arm();
  }

  stop(): void {
    this.#isStopped = true;
    clearTimeout(this.#timer);
  }

  #arm(): void {
    clearTimeout(this.#timer);
    if (this.#isStopped || this.#deadline === Number.POSITIVE_INFINITY) return;
    const ms = Math.min(Math.max(this.#deadline - this.#clock.now(), 0), longestTimerMs);
    this.#firesAt = this.#clock.now() + ms;
    this.#timer = setTimeout(() => this.#look(), Math.ceil(ms));
  }

  #look(): void {
    if (this.#clock.now() < this.#deadline) this.#arm();
    else setImmediate(() => this.#lookAfterReading());
  }

  #lookAfterReading(): void {
    if (this.#isStopped) return;
    if (this.#clock.now() < this.#deadline) this.#arm();
    else this.#onPassed();
  }
}
