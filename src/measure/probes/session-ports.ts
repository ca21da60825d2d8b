import type { Endpoint } from "../../core/runs/endpoint.ts";
import type { UsdOf } from "../../core/runs/endpoint-prices.ts";
import type { Random } from "../../core/stats/random.ts";
import type { Clock } from "../exchange/clock.ts";
import type { Environment } from "../exchange/endpoint-access.ts";
import type { RateLimit } from "../exchange/rate-limit.ts";
import type { Budget } from "../runner/budget.ts";
import type { ProbeBook } from "./probe-book.ts";

/** What all requests of a session share. */
export interface SessionPorts {
  readonly endpoint: Endpoint;
  readonly environment: Environment;
  readonly clock: Clock;
  readonly random: Random;
  readonly rateLimit: RateLimit;
  readonly budget: Budget;
  readonly usdOf: UsdOf;
  readonly book: ProbeBook;
  /** What is under way is given up when it is aborted. */
  readonly giveUp: AbortSignal;
}
