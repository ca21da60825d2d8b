import { homedir } from "node:os";
import { join } from "node:path";

/** Where what takes long to fetch or to build is kept between runs, outside the repository. */
export function cacheFolder(name: string): string {
  const { STEELYARD_CACHE: told } = process.env;
  return join(told ?? join(homedir(), ".cache", "steelyard"), name);
}
