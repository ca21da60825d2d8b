import type { Load } from "../../core/runs/suite.ts";
import type { Random } from "../../core/stats/random.ts";

/**
 * When each request is due, in milliseconds from the beginning: at once where the load is closed, since
 * there a free place is what is waited for; else so many a second, however long answers take.
 */
export function* arrivals(load: Load, random: Random): Generator<number, never> {
  if (load.kind === "closed") {
    for (;;) yield 0;
  }
  const meanMs = 1000 / load.requestsPerSecond;
  for (let due = 0; ; ) {
    due += load.spacing === "even" ? meanMs : -Math.log(1 - random()) * meanMs;
    yield due;
  }
}
