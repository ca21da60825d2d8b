import type { Clock } from "./clock.ts";

const everyMs = 10;

/** One stretch of time in which the event loop is watched. */
export interface LagWatch {
  /** How late the loop ran at worst since the watch began; ends it. */
  end(): number;
}

/** Watches how late the event loop runs, only while somebody asks: one timer for all watches. */
export class LoopLag {
  readonly #clock: Clock;
  readonly #worst = new Map<LagWatch, number>();
  #timer: NodeJS.Timeout | undefined;
  #expectedAt = 0;

  constructor(clock: Clock) {
    this.#clock = clock;
  }

  begin(): LagWatch {
    const watch: LagWatch = { end: () => this.#end(watch) };
    this.#worst.set(watch, 0);
    if (this.#timer === undefined) {
      this.#expectedAt = this.#clock.now() + everyMs;
      this.#timer = setInterval(() => this.#tick(), everyMs).unref();
    }
    return watch;
  }

  #end(watch: LagWatch): number {
    const worst = Math.max(this.#worst.get(watch) ?? 0, this.#lateness());
    this.#worst.delete(watch);
    if (this.#worst.size === 0) {
      clearInterval(this.#timer);
      this.#timer = undefined;
    }
    return worst;
  }

  #lateness(): number {
    return Math.max(0, this.#clock.now() - this.#expectedAt);
  }

  #tick(): void {
    const late = this.#lateness();
    this.#expectedAt = this.#clock.now() + everyMs;
    for (const [watch, worst] of this.#worst) if (late > worst) this.#worst.set(watch, late);
  }
}
