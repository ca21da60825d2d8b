/** What a configuration of another tool says and a suite does not, with what to do about it. */
export interface NotMapped {
  /** Such as `tests.3.assert.0`. */
  readonly where: string;
  /** What stands there, in a few words. */
  readonly what: string;
  readonly because: string;
}

/** Notes what is left over. */
export type Leave = (where: string, what: string, because: string) => void;

/** Fields that nobody looked at, each named. */
export function leaveOthers(
  leave: Leave,
  where: string,
  {
    value,
    known,
    because,
  }: {
    readonly value: Readonly<Record<string, unknown>>;
    readonly known: readonly string[];
    readonly because: string;
  },
): void {
  for (const name of Object.keys(value)) {
    if (!known.includes(name)) leave(where === "" ? name : `${where}.${name}`, name, because);
  }
}
