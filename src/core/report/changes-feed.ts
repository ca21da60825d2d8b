import type { ChangesAnswer, CitedChange } from "../changes/changes-answer.ts";
import { listed } from "../compare/wording.ts";
import type { IsoDate } from "../units.ts";
import { atomXml, type FeedEntry } from "./atom.ts";
import { stableUrn } from "./stable-urn.ts";

/**
 * The changes as an Atom feed. A change keeps its id when the feed is made again from an older or a
 * newer start, so that a reader sees it once; days come from the catalog, never from a clock.
 */
export function changesFeed(answer: ChangesAnswer): string {
  const { asked, to, changes, sources } = answer;
  const { models, kinds, feedUrl } = asked;
  const scope = JSON.stringify(["steelyard changes", models, kinds]);
  const names = new Map(
    sources.map(({ id, name, observedOn, ref }) => [id, `${name} ${observedOn}: ${ref}`]),
  );
  return atomXml({
    id: stableUrn(scope),
    title: models === null ? "Changes of models" : `Changes of ${listed(models)}`,
    author: "Steelyard",
    updated: instantOf(to.day),
    ...(feedUrl === null ? {} : { selfUrl: feedUrl }),
    entries: changes.map((change) => entryOf(change, names)),
  });
}

function entryOf(change: CitedChange, names: ReadonlyMap<string, string>): FeedEntry {
  const { kind, on, text, sources } = change;
  const cited = sources.flatMap((id) => names.get(id) ?? []);
  const because = cited.length === 0 ? "" : ` Sources: ${cited.join("; ")}`;
  const when = on.is === "effective" ? `In effect from ${on.day}.` : `Seen on ${on.day}.`;
  return {
    id: idOf(change),
    title: text,
    updated: instantOf(on.day),
    category: kind,
    summary: `${text} ${when}${because}`,
  };
}

/** Without the day it was seen: the same change seen again is the same change. */
function idOf({ subject, property, conditions, before, after, on }: CitedChange): string {
  const day = on.is === "effective" ? on.day : "";
  return stableUrn(JSON.stringify([subject, property, conditions, before.text, after.text, day]));
}

/** A month stands for its first day. */
function instantOf(day: IsoDate): string {
  return `${day.padEnd(10, "-01")}T00:00:00Z`;
}
