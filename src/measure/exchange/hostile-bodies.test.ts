import fc from "fast-check";
import { expect, test } from "vitest";
import { streamEvents, wholeBody } from "../../../test/endpoints/chat-answer.ts";
import { readWith } from "../../../test/endpoints/read-with.ts";
import { failureKinds } from "../../core/runs/failure.ts";
import { dialects } from "./dialects/dialects.ts";

const answer = { model: "m", words: ["one ", "two ", "three"] };
const good = fc.constantFrom(streamEvents(answer, true).join(""), wholeBody(answer));
const spot = fc.nat({ max: 400 });
const spoiled = fc.tuple(good, spot, spot, fc.string()).map(([text, from, length, instead]) => {
  return `${text.slice(0, from)}${instead}${text.slice(from + length)}`;
});
const json = fc.json({ maxDepth: 6 });
const names = fc.constantFrom(
  "choices",
  "delta",
  "content",
  "usage",
  "type",
  "candidates",
  "error",
);
const event = fc
  .dictionary(names, fc.jsonValue({ maxDepth: 3 }))
  .map((each) => JSON.stringify(each));
const stream = fc.array(event).map((all) => all.map((each) => `data: ${each}\n\n`).join(""));

test.each(Object.entries(dialects))(
  "whatever comes in %s is an answer or a failure",
  (_, rules) => {
    const read = readWith(rules);
    fc.assert(
      fc.property(fc.oneof(spoiled, json, stream, fc.string()), (text) => {
        const { answer: found, fault } = read.text(text);
        expect(fault === null ? found !== undefined : fault.code in failureKinds).toBe(true);
      }),
    );
  },
);
