import type { Claim } from "../evidence/claim.ts";
import type { Source } from "../evidence/source.ts";

/** What a collecting source says of the routes it knows, in our words. */
export interface Listing {
  readonly routes: readonly ListedRoute[];
  /** What it lists and we do not take over, each with the reason. */
  readonly leftOut: readonly LeftOut[];
}

export interface ListedRoute {
  readonly id: string;
  readonly provider: string;
  readonly providerModelId: string;
  /** The source's display name for what the route serves. */
  readonly name?: string;
  /** Under which name the source says, on its day, that this id serves a model. */
  readonly servedName?: string;
  /** Other literal names the provider accepts for the same route. */
  readonly aliases: readonly string[];
  readonly claims: readonly Claim[];
  /** What the row says of the model itself, whichever that turns out to be. */
  readonly modelClaims?: readonly Omit<Claim, "subject">[];
  /** Who lists it, needed where nothing is claimed. */
  readonly source?: Source;
  /** Why the row alone makes no route; see `RowStanding`. */
  readonly standing?: RowStanding;
  /** Claims that the source itself gives reason to doubt. */
  readonly heldBack: readonly HeldBack[];
}

/**
 * - `hearsay`: the source knows it from another seller; it counts where somebody else lists the route
 * - `former`: the seller no longer uses the name; it counts where nothing else names the model
 */
export type RowStanding = "hearsay" | "former";

export interface HeldBack {
  readonly claim: Claim;
  readonly rule: string;
  readonly because: string;
}

export interface LeftOut {
  /** As the source names it: `provider/id`. */
  readonly ref: string;
  readonly because: string;
}

/** How a source's provider ids become ours; undefined: a provider we do not list. */
export type ProviderIdOf = (foreignId: string) => string | undefined;
