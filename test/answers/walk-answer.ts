/** A place in the JSON of an answer, with what encloses it. */
export interface Place {
  /** `.cost.models[0].monthlyUsd` */
  readonly path: string;
  readonly value: unknown;
  /** Ids cited by the nearest object around it that cites any; the answer itself does not count. */
  readonly cited: readonly string[];
}

/** Every value of an answer, as JSON carries it, but for its list of sources. */
export function placesOf(answer: object): readonly Place[] {
  const fields = Object.entries(parsed(answer)).filter(([field]) => field !== "sources");
  return fields.flatMap(([field, value]) => within({ path: `.${field}`, value, cited: [] }));
}

function within(place: Place): readonly Place[] {
  const { path, value } = place;
  if (Array.isArray(value)) {
    const inside = value.flatMap((each: unknown, index) =>
      within({ ...place, path: `${path}[${index}]`, value: each }),
    );
    return [place, ...inside];
  }
  if (!isRecord(value)) return [place];
  const { sources = place.cited } = value;
  const cited = idsIn(sources);
  const inside = Object.entries(value)
    .filter(([field]) => field !== "sources")
    .flatMap(([field, each]) => within({ path: `${path}.${field}`, value: each, cited }));
  return [{ ...place, cited }, ...inside];
}

export function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}

/** Undefined where there is no such field, or nothing that has fields. */
export function fieldOf(value: unknown, field: string): unknown {
  return isRecord(value) ? value[field] : undefined;
}

function idsIn(sources: unknown): readonly string[] {
  return Array.isArray(sources) ? sources.filter((id) => typeof id === "string") : [];
}

function parsed(answer: object): object {
  const copy: unknown = JSON.parse(JSON.stringify(answer));
  return isRecord(copy) ? copy : {};
}
