import { onceFor } from "../once-for.ts";
import type { Catalog } from "./catalog.ts";

/** The names of models by their ids. */
export const namesIn = onceFor(
  (catalog: Catalog): ReadonlyMap<string, string> =>
    new Map(catalog.models.map(({ id, name }) => [id, name])),
);
