import { mkdir } from "node:fs/promises";
import { dirname } from "node:path";
import { storePlace, usualStore } from "./store-place.ts";

/** Where runs are kept, with the folder beside the work made for it where it is the usual one. */
export async function madeStorePlace(told?: string): Promise<string> {
  const where = storePlace(told);
  if (where === usualStore) await mkdir(dirname(where), { recursive: true });
  return where;
}
