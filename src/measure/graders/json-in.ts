import type { JsonPlace } from "../../core/runs/grader-spec.ts";
import { endOfJson, parseBoundedJson, type ReadJson } from "../bounded-json.ts";

/** Enough for an answer that has brackets in its prose; each is looked at to its end. */
const mostBeginnings = 20;

/** The JSON of an answer, from where it may stand. */
export function jsonIn(text: string, where: JsonPlace): ReadJson {
  const whole = parseBoundedJson(text.trim());
  if (whole.ok || where === "whole") return whole;
  const blocks = fencedBlocks(text);
  const [block] = blocks;
  if (block !== undefined && blocks.length === 1) {
    const fenced = parseBoundedJson(block.trim());
    if (fenced.ok || where === "fenced") return fenced;
  }
  return where === "fenced" ? whole : firstWithin(text);
}

/** What stands between lines that begin with three backticks. */
export function fencedBlocks(text: string): readonly string[] {
  const blocks: string[] = [];
  let open: string[] | undefined;
  for (const line of text.split("\n")) {
    const isFence = line.trimStart().startsWith("```");
    if (!isFence) open?.push(line);
    else if (open === undefined) open = [];
    else {
      blocks.push(open.join("\n"));
      open = undefined;
    }
  }
  return blocks;
}

function firstWithin(text: string): ReadJson {
  let start = -1;
  for (let tries = 0; tries < mostBeginnings; tries++) {
    start = nextBeginning(text, start + 1);
    if (start === -1) break;
    const end = endOfJson(text, start);
    const read = end < 0 ? undefined : parseBoundedJson(text.slice(start, end));
    if (read?.ok === true) return read;
  }
  return { ok: false, because: "no JSON is in it" };
}

function nextBeginning(text: string, from: number): number {
  const [object, array] = [text.indexOf("{", from), text.indexOf("[", from)];
  return object === -1 || array === -1 ? Math.max(object, array) : Math.min(object, array);
}
