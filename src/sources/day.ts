/** True for a day that stands in the calendar, `2026-11-20`. */
export function isDay(text: string): boolean {
  if (!/^\d{4}-\d\d-\d\d$/.test(text)) return false;
  const time = Date.parse(`${text}T00:00:00Z`);
  return !Number.isNaN(time) && new Date(time).toISOString().startsWith(text);
}

/** A day, or a month or year when a source says no more: `2026-11-20`, `2026-11`, `2026`. */
export function isDayOrMonth(text: string): boolean {
  return isDay(text) || /^\d{4}(-(0[1-9]|1[0-2]))?$/.test(text);
}
