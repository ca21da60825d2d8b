/** So much of a minute may be used at once. */
const burstShare = 1 / 60;

/** What a bucket holds. */
export function burstOf(perMinute: number): number {
  return Math.max(1, perMinute * burstShare);
}

/**
 * A bucket that fills evenly. What is taken beyond its content is owed, and whoever takes next waits
 * until it is paid back: so turns keep their order without a queue.
 */
export class TokenBucket {
  readonly #perMs: number;
  readonly #capacity: number;
  #content: number;
  #at: number;

  constructor(perMinute: number, now: number) {
    this.#perMs = perMinute / 60_000;
    this.#capacity = burstOf(perMinute);
    this.#content = this.#capacity;
    this.#at = now;
  }

  /** Takes, or gives back what is negative. How many milliseconds to wait before using it. */
  take(amount: number, now: number): number {
    const filled = this.#content + Math.max(0, now - this.#at) * this.#perMs;
    const content = Math.min(this.#capacity, filled);
    this.#at = Math.max(this.#at, now);
    this.#content = Math.min(this.#capacity, content - amount);
    const needed = Math.min(Math.max(amount, 0), this.#capacity);
    return Math.max(0, (needed - content) / this.#perMs);
  }
}
