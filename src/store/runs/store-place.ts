/** Where runs are kept when nobody says. */
export const usualStore = ".steelyard/runs.db";

/** Where runs are kept: as told, else as the environment has it, else beside the work. */
export function storePlace(told?: string): string {
  const { STEELYARD_STORE: usual } = process.env;
  return told ?? (usual || usualStore);
}
