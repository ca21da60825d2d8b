/** What the pages of one site share. */
export interface Site {
  /** `https://example.org`, for links that must be whole; empty where it is not known. */
  readonly origin: string;
  /** The day and the catalog all its pages answer from. */
  readonly stamp: string;
  readonly assets: SiteAssets;
}

/** Where the files stand that pages load, named by what is in them. */
export interface SiteAssets {
  readonly styles: string;
  readonly theme: string;
  readonly script: string;
}
